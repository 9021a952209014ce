package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.time.Duration;

/** Speaks to the identity server's admin interface as a client of its own, with the rights to list and to map roles. */
@ApplicationScoped
class IdentityDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    JsonArray list(String path) {
        return (JsonArray) parse(send(request(path).GET()));
    }

    JsonObject get(String path) {
        return (JsonObject) parse(send(request(path).GET()));
    }

    void post(String path, JsonStructure body) {
        send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path, JsonStructure body) {
        send(request(path).method("DELETE", BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm().replace("/realms/", "/admin/realms/") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=desk&client_secret="
                + URLEncoder.encode(System.getenv("SAFESPACES_DESK_SECRET"), StandardCharsets.UTF_8);
        String answer = send(HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return ((JsonObject) parse(answer)).getString("access_token");
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AccountsUnavailable();
            }
            return answer.body();
        } catch (IOException failure) {
            throw new AccountsUnavailable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccountsUnavailable();
        }
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
