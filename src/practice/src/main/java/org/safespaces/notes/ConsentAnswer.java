package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.vault.ClearText;

/**
 * What a client has decided about a consent, inside the message with which she says so.
 *
 * @param on the day she did
 */
record ConsentAnswer(UUID consent, Consent.State state, LocalDate on) {
    static final String NAME = "consent";

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("id", consent.toString())
                .add("state", state.name())
                .build();
    }

    /** Empty for a message that decides nothing, and for what no server of ours has written. */
    static Optional<ConsentAnswer> read(ClearText message) {
        return NoteDocument.ifOurs(message, json -> Optional.ofNullable(json.getJsonObject(NAME))
                .map(answer -> new ConsentAnswer(
                        Ids.parse(answer.getString("id")),
                        Consent.State.valueOf(answer.getString("state")),
                        LocalDate.parse(json.getString("day")))));
    }
}
