package org.safespaces.acceptance.races;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client who uses the pages without a browser, so that hundreds can at once: she signs in at the identity server and sends what a
 * browser without script sends.
 */
final class PlainClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FAR = 12;
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*action=\"([^\"]*)\"");

    private final HttpClient http;
    private final String origin;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private Map<String, String> hidden = Map.of();

    private PlainClient(HttpClient http, String origin) {
        this.http = http;
        this.origin = origin;
    }

    /** What came back, its redirects not followed. */
    record Answer(int status, String location, String body) {}

    static PlainClient signedIn(HttpClient http, String origin, String account, String password) {
        PlainClient client = new PlainClient(http, origin);
        Answer door = client.follow(client.get("/client/home"));
        Matcher action = ACTION.matcher(door.body());
        if (!action.find()) {
            throw new AssertionError("no place to sign in, but " + door.status());
        }
        Answer within = client.follow(client.send(HttpRequest.newBuilder(URI.create(unescaped(action.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("username", account, "password", password))))));
        if (within.status() != 200) {
            throw new AssertionError(account + " was not let in: " + within.status());
        }
        return client;
    }

    /** Looks at a page, and remembers what its form would send along. */
    Answer get(String address) {
        Answer answer =
                send(HttpRequest.newBuilder(URI.create(origin + address)).GET());
        Map<String, String> found = new LinkedHashMap<>();
        HIDDEN.matcher(answer.body())
                .results()
                .map(each -> each.group())
                .forEach(input -> found.put(attribute(input, "name"), unescaped(attribute(input, "value"))));
        hidden = found;
        return answer;
    }

    /** Sends the form of the page looked at last. */
    Answer post(String address, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        return send(HttpRequest.newBuilder(URI.create(origin + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(form(all))));
    }

    private Answer follow(Answer first) {
        Answer answer = first;
        for (int steps = 0; answer.status() / 100 == 3; steps++) {
            if (steps > FAR) {
                throw new AssertionError("sent from page to page");
            }
            answer = send(HttpRequest.newBuilder(URI.create(origin).resolve(answer.location()))
                    .GET());
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest plain = request.timeout(PATIENCE).build();
        String host = plain.uri().getHost();
        Map<String, String> kept = cookies.computeIfAbsent(host, none -> new TreeMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(line -> keep(kept, line));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("location").orElse(""),
                    response.body());
        } catch (IOException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private static void keep(Map<String, String> kept, String line) {
        String pair = line.split(";", 2)[0];
        int at = pair.indexOf('=');
        String name = pair.substring(0, at).strip();
        if (line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            kept.remove(name);
        } else {
            kept.put(name, pair.substring(at + 1).strip());
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&").replace("&#x3D;", "=").replace("&quot;", "\"");
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1) : "";
    }
}
