package org.safespaces.measures;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a filled-in form: what was answered and under which definition. What it comes to is counted anew each time. */
final class ResultDocument {
    private ResultDocument() {}

    static ClearText write(Definition definition, Answers answers, Result.By by, Instant at) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        answers.items().forEach(item -> item.ifPresentOrElse(items::add, items::addNull));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("measure", definition.measure())
                .add("definition", definition.hash())
                .add("by", by.name())
                .add("at", at.toString())
                .add("items", items);
        answers.extra().ifPresent(extra -> json.add("extra", extra));
        return ClearText.of(json.build().toString());
    }

    static Result read(UUID id, String text, Definitions definitions) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Definition definition = definitions.under(json.getString("definition"));
            List<Optional<Integer>> items = json.getJsonArray("items").stream()
                    .map(ResultDocument::answer)
                    .toList();
            Answers answers =
                    new Answers(items, Optional.ofNullable(json.get("extra")).flatMap(ResultDocument::answer));
            return new Result(
                    id,
                    definition,
                    answers,
                    Scoring.of(definition, answers),
                    Result.By.valueOf(json.getString("by")),
                    Instant.parse(json.getString("at")));
        }
    }

    private static Optional<Integer> answer(JsonValue value) {
        return value instanceof JsonNumber number ? Optional.of(number.intValueExact()) : Optional.empty();
    }
}
