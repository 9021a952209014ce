package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safespaces.people.NoSuchPerson;

/**
 * Speaks to the identity server's admin interface as a client of its own, with the rights to list, to let in and out, and to map roles. Every
 * question throws {@link AccountsUnavailable} when there is no answer, or a refusal, within seconds.
 */
@ApplicationScoped
class IdentityDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Half of what a token lives. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Inject
    private Clock clock;

    private volatile Token token = new Token("", Instant.MIN);

    private record Token(String value, Instant until) {}

    JsonArray list(String path) {
        return (JsonArray) parse(send(request(path).GET()).body());
    }

    JsonObject get(String path) {
        return (JsonObject) parse(send(request(path).GET()).body());
    }

    /**
     * @return the id of what was made, if the answer names one; else nothing
     * @throws NameTaken when there is one of that name
     */
    String post(String path, JsonStructure body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())))
                .headers()
                .firstValue("Location")
                .map(made -> made.substring(made.lastIndexOf('/') + 1))
                .orElse("");
    }

    void put(String path, JsonStructure body) {
        send(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    void delete(String path, JsonStructure body) {
        send(request(path).method("DELETE", BodyPublishers.ofString(body.toString())));
    }

    /** Gives a role that is not there yet. Who may is asked before. */
    void giveRole(String account, String role) {
        String mappings = "/users/" + account + "/role-mappings/realm";
        post(mappings, named(role, list(mappings + "/available").getValuesAs(JsonObject.class)));
    }

    /** Takes a role that is there. */
    void takeRole(String account, String role) {
        String mappings = "/users/" + account + "/role-mappings/realm";
        delete(mappings, named(role, list(mappings).getValuesAs(JsonObject.class)));
    }

    private static JsonArray named(String role, List<JsonObject> roles) {
        JsonObject found = roles.stream()
                .filter(each -> each.getString("name").equals(role))
                .findFirst()
                .orElseThrow(AccountsUnavailable::new);
        return Json.createArrayBuilder().add(found).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm().replace("/realms/", "/admin/realms/") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() {
        Instant now = clock.instant();
        Token held = token;
        if (held.until().isBefore(now)) {
            held = new Token(fetch(), now.plus(KEPT));
            token = held;
        }
        return held.value();
    }

    private String fetch() {
        String form = "grant_type=client_credentials&client_id=desk&client_secret="
                + URLEncoder.encode(System.getenv("SAFESPACES_DESK_SECRET"), StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return ((JsonObject) parse(answer.body())).getString("access_token");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw refused(answer.statusCode());
            }
            return answer;
        } catch (IOException failure) {
            throw new AccountsUnavailable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccountsUnavailable();
        }
    }

    private RuntimeException refused(int status) {
        token = new Token("", Instant.MIN);
        return switch (status) {
            case BAD_REQUEST -> new NotTaken();
            case NOT_FOUND -> new NoSuchPerson();
            case CONFLICT -> new NameTaken();
            default -> new AccountsUnavailable();
        };
    }

    private static JsonStructure parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        }
    }

    private static String realm() {
        return System.getenv("SAFESPACES_OIDC_URL");
    }
}
