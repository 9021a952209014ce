package org.safespaces.acceptance.secrecy;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.acceptance.support.Visitor;

/** The public form by bare requests: what a browser without script sends, and whatever else somebody may send. */
final class EnquiryByRequests {
    private static final String ADDRESS = "/support";
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern CODE = Pattern.compile("id=\"code\"[^>]*>(.*?)</p>", Pattern.DOTALL);

    private final Visitor visitor;
    private Map<String, String> hidden;

    private EnquiryByRequests(Visitor visitor) {
        this.visitor = visitor;
    }

    static EnquiryByRequests begunBy(Visitor visitor) {
        EnquiryByRequests enquiry = new EnquiryByRequests(visitor);
        enquiry.look();
        enquiry.post(Map.of("do", "begin"));
        enquiry.look();
        return enquiry;
    }

    /** Answers a page, which need not be the one that is shown. */
    EnquiryByRequests answer(String page, Map<String, String> answers) {
        Map<String, String> fields = new LinkedHashMap<>(answers);
        fields.put("page", page);
        fields.putIfAbsent("do", "go-on");
        post(fields);
        return this;
    }

    /** Through all pages with these words. */
    EnquiryByRequests toTheEnd(String story, String name, String mail, String agreed, String never) {
        return answer("age", Map.of("q.T2", "adult"))
                .answer("safe", Map.of("q.T3", "ok"))
                .answer("now", Map.of("q.S02", "coming"))
                .answer("want", Map.of("q.S06", "money"))
                .answer("given", Map.of("q.S12", "no"))
                .answer("words", Map.of("q.S17", story))
                .answer("name", Map.of("q.N01", name))
                .answer("reply", Map.of("q.SC01", "email", "q.SC11", agreed, "q.SC12", never))
                .answer("email", Map.of("q.SC02", mail, "q.SC03", "yes"))
                .answer("consent", Map.of("q.X01", "yes"));
    }

    /** Sends it; the code that comes back, digits only. */
    String send() {
        post(Map.of("do", "send", "page", "check"));
        Matcher code = CODE.matcher(look());
        if (!code.find()) {
            throw new AssertionError("the enquiry was not sent");
        }
        return code.group(1).replaceAll("<[^>]*>|\\D", "");
    }

    /** Sends these fields with what the form itself sends; whatever they are, the answer is calm. */
    int post(Map<String, String> fields) {
        FormData form = FormData.create();
        hidden.forEach(form::set);
        fields.forEach(form::set);
        APIResponse answer = visitor.page()
                .context()
                .request()
                .post(
                        visitor.world().address() + ADDRESS,
                        RequestOptions.create().setForm(form).setMaxRedirects(0));
        if (answer.status() >= 500) {
            throw new AssertionError(fields.keySet() + " were answered with " + answer.status());
        }
        return answer.status();
    }

    private String look() {
        String page = visitor.page()
                .context()
                .request()
                .get(visitor.world().address() + ADDRESS)
                .text();
        hidden = new LinkedHashMap<>();
        HIDDEN.matcher(page)
                .results()
                .map(found -> found.group())
                .forEach(input -> hidden.put(attribute(input, "name"), attribute(input, "value")));
        hidden.remove("page");
        return page;
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1) : "";
    }

    /** The pages on which something is asked, with the questions of each: as the form itself says. */
    static Map<String, List<String>> asked(Path root) throws IOException {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        Path form = root.resolve("src/practice/src/main/resources/forms/enquiry-1.json");
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(form))) {
            for (JsonObject page : reader.readObject().getJsonArray("pages").getValuesAs(JsonObject.class)) {
                pages.put(
                        page.getString("id"),
                        page.getJsonArray("questions").getValuesAs(JsonObject.class).stream()
                                .map(question -> question.getString("id"))
                                .toList());
            }
        }
        return pages;
    }
}
