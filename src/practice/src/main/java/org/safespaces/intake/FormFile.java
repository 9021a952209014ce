package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one form from its reviewed file. A section stands in it, or is taken over from another file:
 * {@code {"from": "common-1", "section": "hope"}}, perhaps only some of its pages, perhaps under a condition. The format
 * is told in {@code docs/forms.md}.
 */
final class FormFile {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Question> questions = new HashMap<>();

    private FormFile() {}

    /** Reads and checks a form; {@link IllegalStateException} says what is wrong with it. */
    static FormDefinition read(String id) {
        FormFile file = new FormFile();
        List<FormSection> sections = new ArrayList<>();
        JsonObject json = file.open(id);
        if (json.containsKey("pages")) {
            sections.add(file.section(id, json, json));
        } else {
            objects(json, "sections").forEach(section -> sections.add(file.sectionOrAnothers(id, section)));
        }
        FormDefinition form = new FormDefinition(json.getString("id"), file.hash(id), sections);
        FormRules.demand(form);
        return form;
    }

    private JsonObject open(String id) {
        byte[] bytes = files.computeIfAbsent(id, FormFile::bytes);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private static byte[] bytes(String id) {
        try (InputStream in = FormFile.class.getResourceAsStream("/forms/" + id + ".json")) {
            if (in == null) {
                throw new IllegalStateException("there is no form file " + id);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private FormSection sectionOrAnothers(String id, JsonObject json) {
        if (!json.containsKey("from")) {
            return section(id, json, json);
        }
        String from = json.getString("from");
        JsonObject there = objects(open(from), "sections").stream()
                .filter(section -> section.getString("id", "").equals(json.getString("section")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(from + " has no section " + json.getString("section")));
        return section(from, there, json);
    }

    /** A section, with the conditions of whoever takes it over. */
    private FormSection section(String id, JsonObject json, JsonObject taken) {
        Question.Part usual = part(json, Question.Part.CLINICAL);
        List<String> only = strings(taken, "only");
        Condition condition = taken == json ? Condition.ALWAYS : condition(taken, "showIf");
        return new FormSection(
                json.getString("id", id),
                json.getBoolean("skippable", false),
                objects(json, "pages").stream()
                        .filter(page -> only.isEmpty() || only.contains(page.getString("id")))
                        .map(page -> page(page, usual).shownIf(condition, taken.getBoolean("onlyIfAsked", false)))
                        .toList());
    }

    private FormPage page(JsonObject json, Question.Part usual) {
        return new FormPage(
                json.getString("id"),
                objects(json, "questions").stream()
                        .map(question -> question(question, usual))
                        .toList(),
                strings(json, "contents"),
                condition(json, "showIf"),
                strings(json, "skips"),
                false,
                objects(json, "sets").stream()
                        .map(set -> new FormPage.Setting(
                                condition(set, "when"), set.getString("question"), strings(set, "to")))
                        .toList());
    }

    private Question question(JsonObject json, Question.Part usual) {
        String id = json.getString("id");
        if (json.getBoolean("again", false)) {
            return Optional.ofNullable(questions.get(id))
                    .orElseThrow(() -> new IllegalStateException(id + " is asked again before it was asked"));
        }
        Question question = new Question(
                id,
                Question.Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                json.getBoolean("must", false),
                part(json, usual),
                values(json),
                json.getInt("limit", 0),
                json.getString("default", null),
                objects(json, "wordings").stream()
                        .map(wording -> new Question.Wording(wording.getString("as"), condition(wording, "when")))
                        .toList(),
                objects(json, "prefill").stream().map(FormFile::prefill).toList());
        questions.put(id, question);
        return question;
    }

    private static List<Question.Choice> values(JsonObject json) {
        return list(json, "values").stream()
                .map(value -> value instanceof JsonString plain
                        ? new Question.Choice(plain.getString(), Condition.ALWAYS)
                        : new Question.Choice(
                                value.asJsonObject().getString("value"), condition(value.asJsonObject(), "showIf")))
                .toList();
    }

    private static Question.Prefill prefill(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonObject map = json.getJsonObject("values");
        map.keySet().forEach(value -> values.put(value, map.getString(value)));
        return new Question.Prefill(json.getString("from"), values);
    }

    private static Question.Part part(JsonObject json, Question.Part usual) {
        return json.containsKey("part")
                ? Question.Part.valueOf(json.getString("part").toUpperCase(Locale.ROOT))
                : usual;
    }

    private static Condition condition(JsonObject json, String name) {
        return json.containsKey(name) ? condition(json.getJsonObject(name)) : Condition.ALWAYS;
    }

    private static Condition condition(JsonObject json) {
        if (json.containsKey("question")) {
            return new Condition.Has(
                    json.getString("question"),
                    json.get("has") instanceof JsonString one ? List.of(one.getString()) : strings(json, "has"));
        }
        if (json.containsKey("answered")) {
            return new Condition.Answered(json.getString("answered"));
        }
        if (json.containsKey("fact")) {
            return Condition.Known.named(json.getString("fact"));
        }
        if (json.containsKey("not")) {
            return new Condition.Not(condition(json.getJsonObject("not")));
        }
        String name = json.containsKey("all") ? "all" : "any";
        List<Condition> inner =
                objects(json, name).stream().map(FormFile::condition).toList();
        return "all".equals(name) ? new Condition.All(inner) : new Condition.Any(inner);
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return list(json, name).stream().map(JsonValue::asJsonObject).toList();
    }

    private static List<String> strings(JsonObject json, String name) {
        return list(json, name).stream()
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private static List<JsonValue> list(JsonObject json, String name) {
        return json.containsKey(name) ? List.copyOf(json.getJsonArray(name)) : List.of();
    }

    /** Over every file that the form is made of, its own first: whatever changes in one of them changes it. */
    private String hash(String own) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(files.remove(own));
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
