package org.safespaces.devstack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whoever runs the identity server of a stack, as its own operator account. The application never has this. */
public final class Operator {
    private static final String REALM = "/admin/realms/practice";

    private static final String CLIENT = "portal";

    private final Settings settings;
    private final Secrets secrets;

    Operator(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The sign-ins an account has at this moment, by their ids. */
    public Set<String> signInsOf(String account) {
        UUID id = DevelopmentPeople.subjectOf(account);
        String answer = got(REALM + "/users/" + id + "/sessions");
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(session -> session.getString("id"))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What the admin interface says at a path below the realm's. */
    public JsonStructure read(String path) {
        try (JsonReader reader = Json.createReader(new StringReader(got(REALM + path)))) {
            return reader.read();
        }
    }

    /** An account that a test has made is gone again; one that is not there is no obstacle. */
    public void forget(String account) {
        for (JsonValue user : read("/users?exact=true&username=" + account).asJsonArray()) {
            try {
                answered(request(REALM + "/users/" + user.asJsonObject().getString("id"))
                        .DELETE());
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** People may come back from signing in to this origin, too. */
    void letBackTo(String origin) throws IOException, InterruptedException {
        JsonObject client;
        try (JsonReader reader = Json.createReader(new StringReader(got(REALM + "/clients?clientId=" + CLIENT)))) {
            client = reader.readArray().getJsonObject(0);
        }
        String changed = Json.createObjectBuilder(client)
                .add(
                        "redirectUris",
                        Json.createArrayBuilder(client.getJsonArray("redirectUris"))
                                .add(origin + "/*"))
                .build()
                .toString();
        answered(request(REALM + "/clients/" + client.getString("id"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(changed)));
    }

    private String got(String path) {
        try {
            return answered(request(path).GET());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void post(String path, String json) throws IOException, InterruptedException {
        answered(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(settings.identityOrigin() + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=operator&password="
                + URLEncoder.encode(secrets.get("admin"), StandardCharsets.UTF_8);
        String answer = answered(HttpRequest.newBuilder(
                        URI.create(settings.identityOrigin() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            JsonObject token = reader.readObject();
            return token.getString("access_token");
        }
    }

    private static String answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the identity server answered " + answer.statusCode());
        }
        return answer.body();
    }
}
