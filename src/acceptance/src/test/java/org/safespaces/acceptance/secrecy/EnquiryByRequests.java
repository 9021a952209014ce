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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;

/** The public form by bare requests: what a browser without script sends, and whatever else somebody may send. */
final class EnquiryByRequests {
    private static final String ADDRESS = "/support";
    private static final int FAR = 150;
    private static final Set<String> SKIPPED = Set.of("before-w01", "h01");
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern CODE = Pattern.compile("id=\"code\"[^>]*>(.*?)</p>", Pattern.DOTALL);

    private final Visitor visitor;
    private Map<String, String> hidden;
    private String shown;
    private String at;

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

    /** Through all pages with these words, as somebody who answers what she is asked and skips the rest. */
    EnquiryByRequests toTheEnd(String story, String name, String mail, String agreed, String never) {
        Map<String, String> answers = Enquiry.adult(
                "money",
                "S02",
                "coming",
                "S06",
                "money",
                "S12",
                "no",
                "S17",
                story,
                "N01",
                name,
                "SC01",
                "email",
                "SC02",
                mail,
                "SC03",
                "yes",
                "SC11",
                agreed,
                "SC12",
                never,
                "P01",
                "thinking");
        for (int step = 0; !"check".equals(at); step++) {
            if (step > FAR) {
                throw new AssertionError("never comes to the end, is at " + at);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            answers.forEach((question, answer) -> {
                if (asks(question)) {
                    fields.put("q." + question, answer);
                }
            });
            fields.put("do", SKIPPED.contains(at) ? "skip-section" : "go-on");
            answer(at, fields);
            look();
        }
        return this;
    }

    private boolean asks(String question) {
        return shown.contains("name=\"q." + question + "\"");
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
        at = hidden.remove("page");
        shown = page;
        return page;
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1) : "";
    }

    /** The pages on which something is asked, with the questions of each: as the forms themselves say. */
    static Map<String, List<String>> asked(Path root) throws IOException {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        for (String form : List.of("common-1", "general-1", "sextortion-1", "image-abuse-1")) {
            Path file = root.resolve("src/practice/src/main/resources/forms/" + form + ".json");
            try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
                reader.readObject().getJsonArray("sections").getValuesAs(JsonObject.class).stream()
                        .filter(section -> section.containsKey("pages"))
                        .flatMap(section -> section.getJsonArray("pages").getValuesAs(JsonObject.class).stream())
                        .filter(page -> page.containsKey("questions"))
                        .forEach(page -> pages.put(page.getString("id"), questions(page)));
            }
        }
        return pages;
    }

    private static List<String> questions(JsonObject page) {
        return page.getJsonArray("questions").getValuesAs(JsonObject.class).stream()
                .map(question -> question.getString("id"))
                .toList();
    }
}
