package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a correction that is asked for: her words in each version; and what marks a message of hers as one. */
final class CorrectionDocument {
    /** Under this name it lies in her message. */
    static final String NAME = "correction";

    private CorrectionDocument() {}

    static ClearText write(Correction correction) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("asked", correction.asked())
                .add("on", correction.on().toString())
                .add("byClient", correction.byClient())
                .add("state", correction.state().name())
                .add("answer", correction.answer());
        correction.answeredOn().ifPresent(day -> json.add("answered", day.toString()));
        return ClearText.of(json.build().toString());
    }

    /** Empty for what no server of ours has written. */
    static Optional<Correction> read(ClearText text, UUID id, int version) {
        return NoteDocument.ifOurs(text, json -> Optional.of(read(json, id, version)));
    }

    private static Correction read(JsonObject json, UUID id, int version) {
        return new Correction(
                id,
                version,
                json.getString("asked"),
                LocalDate.parse(json.getString("on")),
                json.getBoolean("byClient"),
                Correction.State.valueOf(json.getString("state")),
                json.getString("answer"),
                Optional.ofNullable(json.getString("answered", null)).map(LocalDate::parse));
    }

    /** What a message of hers asks to be corrected, if it asks for that. */
    static Optional<Correction> inMessage(ClearText text) {
        return NoteDocument.ifOurs(
                text,
                json -> json.containsKey(NAME)
                        ? Optional.of(Correction.begun(
                                Ids.parse(json.getString(NAME)),
                                json.getString("said"),
                                LocalDate.parse(json.getString("day")),
                                true))
                        : Optional.empty());
    }
}
