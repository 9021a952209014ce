package org.safespaces.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How soon a therapist's pages are there, whole, beside the smallest static file of the same server in the same run. Signs in, unlocks, and
 * asks a server that runs; meant to be run against a practice with many clients and one with few:
 *
 * <pre>java -cp src/benchmarks/target/benchmarks.jar org.safespaces.benchmarks.WorkspacePages http://localhost:8080 rowan PASSWORD "SIX WORDS" CODE</pre>
 */
public final class WorkspacePages {
    private static final int WARM = 10;
    private static final int TIMES = 30;

    /** Searches are counted by the server, which slows whoever searches too often. */
    private static final int SEARCHES = 5;

    private static final String FLOOR = "/jakarta.faces.resource/stone.svg.xhtml?ln=images";
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final URI server;

    private WorkspacePages(URI server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkspacePages pages = new WorkspacePages(URI.create(arguments[0]));
        pages.signIn(arguments[1], arguments[2], arguments[4]);
        pages.unlock(arguments[3]);
        pages.measure();
    }

    private record Page(URI address, int status, String body) {}

    private void signIn(String account, String password, String code) throws IOException, InterruptedException {
        Page asked = follow(post(action(get("/therapist/today")), Map.of("username", account, "password", password)));
        expect(follow(post(action(asked), Map.of("otp", code))), "sign in");
    }

    private static URI action(Page form) throws IOException {
        Matcher action = Pattern.compile("<form[^>]*action=\"([^\"]+)\"").matcher(form.body());
        if (!action.find()) {
            throw new IOException("no form to sign in at " + form.address());
        }
        return form.address().resolve(action.group(1).replace("&amp;", "&"));
    }

    private void unlock(String phrase) throws IOException, InterruptedException {
        Page form = get("/therapist/unlock");
        Map<String, String> fields = fields(form.body(), "unlock");
        fields.put("unlock:phrase", phrase);
        Page answer = follow(post(form.address(), fields));
        if (answer.body().contains("unlock:phrase")) {
            throw new IOException("the vault stays shut");
        }
    }

    private void measure() throws IOException, InterruptedException {
        Page clients = get("/therapist/clients");
        String first = group(clients.body(), "/therapist/client\\?id=([0-9a-f-]{36})");
        System.out.println("| Page | Size | Median | Slowest of " + TIMES + " |");
        System.out.println("| --- | ---: | ---: | ---: |");
        for (String page : List.of(
                "/therapist/today",
                "/therapist/clients",
                "/therapist/clients?state=ALL&sort=NEXT",
                "/therapist/go",
                "/therapist/diary",
                "/therapist/client?id=" + first)) {
            double[] took = times(page);
            System.out.printf(
                    Locale.UK,
                    "| `%s` | %.0f kB | %.0f ms | %.0f ms |%n",
                    page.replace(first, "…"),
                    get(page).body().length() / 1000.0,
                    took[TIMES / 2],
                    took[TIMES - 1]);
        }
        search();
        System.out.printf(Locale.UK, "%nFloor: %.2f ms.%n", times(FLOOR)[TIMES / 2]);
    }

    private void search() throws IOException, InterruptedException {
        double[] took = new double[SEARCHES];
        String said = "";
        for (int i = 0; i < SEARCHES; i++) {
            Page form = get("/therapist/search");
            Map<String, String> fields = fields(form.body(), "search");
            fields.put("search:asked", "kitchen");
            fields.put("search:go", "Search");
            long asked = System.nanoTime();
            Page answer = follow(post(form.address(), fields));
            took[i] = (System.nanoTime() - asked) / 1e6;
            said = group(answer.body(), "Searched ([0-9,]+ notes in [0-9.]+ s)");
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.UK,
                "| `/therapist/search` (%s) | | %.0f ms | %.0f ms |%n",
                said,
                took[SEARCHES / 2],
                took[SEARCHES - 1]);
    }

    /** In milliseconds, the quickest first. */
    private double[] times(String address) throws IOException, InterruptedException {
        for (int i = 0; i < WARM; i++) {
            expect(get(address), address);
        }
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long asked = System.nanoTime();
            expect(get(address), address);
            took[i] = (System.nanoTime() - asked) / 1e6;
        }
        Arrays.sort(took);
        return took;
    }

    private static void expect(Page page, String what) throws IOException {
        if (page.status() != 200) {
            throw new IOException(what + ": " + page.status() + " " + page.address());
        }
    }

    private static String group(String text, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("not on the page: " + pattern);
        }
        return found.group(1);
    }

    /** What a form of the page sends by itself: hidden fields, and its first button. */
    private static Map<String, String> fields(String page, String form) throws IOException {
        String inside = group(page, "(?s)(<form[^>]*id=\"" + form + "\".*?</form>)");
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(inside).results().map(MatchResult::group).forEach(input -> {
            String name = attribute(input, "name");
            if (!name.isEmpty() && (input.contains("type=\"hidden\"") || input.contains("type=\"submit\""))) {
                fields.put(name, attribute(input, "value"));
            }
        });
        return fields;
    }

    private static String attribute(String input, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(input);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private Page get(String address) throws IOException, InterruptedException {
        return follow(ask(HttpRequest.newBuilder(server.resolve(address)).GET()));
    }

    private HttpResponse<String> post(URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int i = 0; i < 10 && last.statusCode() / 100 == 3; i++) {
            URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            last = ask(HttpRequest.newBuilder(next).GET());
        }
        return new Page(last.uri(), last.statusCode(), last.body());
    }

    /** Cookies that only go over an encrypted line go to a server on this machine as well, as in a browser. */
    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asking = request.build();
        Map<String, String> own = cookies.computeIfAbsent(asking.uri().getAuthority(), host -> new LinkedHashMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            own.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return answer;
    }
}
