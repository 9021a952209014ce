package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safespaces.access.Confidential;

/** What somebody has answered, by question. Immutable; prints nothing of itself. */
public final class Answers implements Confidential {
    public static final Answers NONE = new Answers(Map.of());

    private final Map<String, List<String>> values;

    Answers(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((question, given) -> copy.put(question, List.copyOf(given)));
        this.values = copy;
    }

    /** What was answered; empty for nothing. */
    public List<String> to(String question) {
        return values.getOrDefault(question, List.of());
    }

    public boolean has(String question, String value) {
        return to(question).contains(value);
    }

    /** The typed text, or nothing. */
    public String text(String question) {
        return to(question).stream().findFirst().orElse("");
    }

    Answers with(String question, List<String> given) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (given.isEmpty()) {
            changed.remove(question);
        } else {
            changed.put(question, given);
        }
        return new Answers(changed);
    }

    /** Only the answers of these questions. */
    Answers only(List<String> questions) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(questions);
        return new Answers(kept);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach((question, given) -> json.add(question, Json.createArrayBuilder(given)));
        return json.build();
    }

    static Answers fromJson(JsonObject json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        json.forEach((question, given) -> values.put(
                question,
                given.asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()));
        return new Answers(values);
    }

    static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public String toString() {
        return "Answers[redacted]";
    }
}
