package org.safespaces.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every form there ever was, by id. Adding a question is a change in one reviewed file, under a new id. */
@ApplicationScoped
public class FormCatalogue {
    private static final List<String> IDS = List.of("enquiry-1");

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();

    @PostConstruct
    void load() {
        IDS.forEach(id -> forms.put(id, read(id)));
    }

    /** The form that is asked now. */
    public FormDefinition current() {
        return forms.get(IDS.get(IDS.size() - 1));
    }

    Optional<FormDefinition> byId(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    static FormDefinition read(String id) {
        try (InputStream in = FormCatalogue.class.getResourceAsStream("/forms/" + id + ".json")) {
            byte[] bytes = in.readAllBytes();
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
                JsonObject json = reader.readObject();
                List<FormPage> pages = json.getJsonArray("pages").getValuesAs(JsonObject.class).stream()
                        .map(FormCatalogue::page)
                        .toList();
                return new FormDefinition(json.getString("id"), hash(bytes), pages);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FormPage page(JsonObject json) {
        Optional<FormPage.Condition> showIf = Optional.ofNullable(json.getJsonObject("showIf"))
                .map(condition -> new FormPage.Condition(condition.getString("question"), condition.getString("has")));
        return new FormPage(
                json.getString("id"),
                json.getJsonArray("questions").getValuesAs(JsonObject.class).stream()
                        .map(FormCatalogue::question)
                        .toList(),
                json.getBoolean("limits", false),
                showIf);
    }

    private static Question question(JsonObject json) {
        List<String> values = json.containsKey("values")
                ? json.getJsonArray("values").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
        return new Question(
                json.getString("id"),
                Question.Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                json.getBoolean("must", false),
                Question.Part.valueOf(json.getString("part").toUpperCase(Locale.ROOT)),
                values,
                json.getInt("limit", 0),
                json.getString("default", null));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
