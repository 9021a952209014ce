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
import java.util.Set;
import org.safespaces.access.Confidential;

/**
 * What somebody has answered, by question. A question that was asked and left blank is in it too, with no value: "asked
 * and not answered" and "never asked" are two things. Immutable; prints nothing of itself.
 */
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

    /** Was one of these values given? */
    public boolean hasAny(String question, String... wanted) {
        return List.of(wanted).stream().anyMatch(to(question)::contains);
    }

    /** Was the question asked, whether or not it was answered? */
    public boolean asked(String question) {
        return values.containsKey(question);
    }

    /** Was it asked, and left blank? */
    public boolean blank(String question) {
        return asked(question) && to(question).isEmpty();
    }

    /** The typed text, or nothing. */
    public String text(String question) {
        return to(question).stream().findFirst().orElse("");
    }

    Answers with(String question, List<String> given) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(question, given);
        return new Answers(changed);
    }

    Answers without(String question) {
        Map<String, List<String>> left = new LinkedHashMap<>(values);
        left.remove(question);
        return new Answers(left);
    }

    /** These answers and, where a question is not among them, what others say. */
    Answers and(Answers others) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        others.values.forEach(all::putIfAbsent);
        return new Answers(all);
    }

    /** Only the answers of these questions. */
    Answers only(Set<String> questions) {
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

    boolean sameAs(Answers other) {
        return values.equals(other.values);
    }

    @Override
    public String toString() {
        return "Answers[redacted]";
    }
}
