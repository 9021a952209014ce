package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a check before a session. */
final class CheckDocument {
    private static final String WITHOUT = "without";

    private CheckDocument() {}

    static ClearText answered(SafetyCheck.By by, Instant at, SafetyAnswers answers) {
        JsonObjectBuilder json = begun(by, at)
                .add("place", answers.place())
                .add("word", answers.word())
                .add("number", answers.number());
        answers.alone().ifPresent(alone -> json.add("alone", alone));
        answers.headphones().ifPresent(headphones -> json.add("headphones", headphones));
        answers.person().ifPresent(person -> json.add("person", person));
        return ClearText.of(json.build().toString());
    }

    static ClearText leftOut(Instant at, String reason) {
        return ClearText.of(
                begun(SafetyCheck.By.THERAPIST, at).add(WITHOUT, reason).build().toString());
    }

    private static JsonObjectBuilder begun(SafetyCheck.By by, Instant at) {
        return Json.createObjectBuilder().add("by", by.name()).add("at", at.toString());
    }

    static SafetyCheck read(ClearText text, int version) {
        JsonObject json = NoteDocument.parse(text);
        SafetyAnswers answers = new SafetyAnswers(
                json.getString("place", ""),
                said(json, "alone"),
                said(json, "headphones"),
                json.getString("word", ""),
                json.getString("number", ""),
                said(json, "person"));
        return new SafetyCheck(
                SafetyCheck.By.valueOf(json.getString("by")),
                Instant.parse(json.getString("at")),
                answers,
                Optional.ofNullable(json.getString(WITHOUT, null)),
                version);
    }

    /** Does it say, in her therapist's words, why she was not asked? */
    static boolean isOfHerTherapist(String document) {
        try (ClearText text = ClearText.of(document)) {
            return NoteDocument.parse(text).containsKey(WITHOUT);
        }
    }

    private static Optional<Boolean> said(JsonObject json, String name) {
        return json.containsKey(name) ? Optional.of(json.getBoolean(name)) : Optional.empty();
    }
}
