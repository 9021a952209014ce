package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a letter to a client, and for the copy of it that she opens. */
final class DocumentText {
    private DocumentText() {}

    /** @param finished on which day; empty for a draft */
    static ClearText write(String said, Optional<LocalDate> finished) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("said", said);
        finished.ifPresent(day -> json.add("finished", day.toString()));
        return ClearText.of(json.build().toString());
    }

    /** @param of the letter that this is a copy of; it stands beside the sealed text as well */
    static ClearText copy(OpenDocument finished, UUID of) {
        return ClearText.of(Json.createObjectBuilder()
                .add("said", finished.said())
                .add("finished", finished.finished().orElseThrow().toString())
                .add("by", finished.summary().author().value().toString())
                .add("of", of.toString())
                .build()
                .toString());
    }

    /** Of a row that says finished and a text that does not, or the other way round, the record does not match its seal. */
    static OpenDocument read(NoteSummary summary, ClearText text, Optional<LocalDate> sharedOn, boolean whole) {
        JsonObject json = NoteDocument.parse(text);
        Optional<LocalDate> finished =
                Optional.ofNullable(json.getString("finished", null)).map(LocalDate::parse);
        boolean locked = summary.standing() == NoteStanding.LOCKED;
        return new OpenDocument(
                summary, json.getString("said"), finished, sharedOn, whole && locked == finished.isPresent());
    }

    /** Empty for what no server of ours has written. */
    static Optional<SharedDocument> readCopy(UUID id, ClearText text) {
        return NoteDocument.ifOurs(
                text,
                json -> Optional.of(new SharedDocument(
                        id,
                        json.getString("said"),
                        LocalDate.parse(json.getString("finished")),
                        new TherapistId(Ids.parse(json.getString("by"))))));
    }
}
