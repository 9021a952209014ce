package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/**
 * The text that is sealed for a message of a case. What a client has written comes from outside: it may be anything that her browser
 * could make our server seal, and reads as nothing then.
 */
final class MessageText {
    private static final String FROM_HER = "FROM_VISITOR";
    private static final String FROM_PRACTICE = "FROM_PRACTICE";

    private MessageText() {}

    static ClearText hers(String said, Instant at) {
        return ClearText.of(document(said, at).add("from", FROM_HER).build().toString());
    }

    /** The same, of a message that decides something. */
    static ClearText hers(String said, Instant at, ConsentAnswer answer) {
        return ClearText.of(document(said, at)
                .add("from", FROM_HER)
                .add(ConsentAnswer.NAME, answer.json())
                .build()
                .toString());
    }

    /** The same, of a message that asks for something in the record to be corrected. */
    static ClearText hers(String said, Instant at, UUID correction) {
        return ClearText.of(document(said, at)
                .add("from", FROM_HER)
                .add(CorrectionDocument.NAME, correction.toString())
                .build()
                .toString());
    }

    static ClearText ours(String said, Instant at, TherapistId by) {
        return ClearText.of(document(said, at)
                .add("from", FROM_PRACTICE)
                .add("by", by.value().toString())
                .build()
                .toString());
    }

    private static JsonObjectBuilder document(String said, Instant at) {
        return Json.createObjectBuilder()
                .add("said", said)
                .add("at", at.toString())
                .add("day", LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    }

    /** Empty for what no server of ours has written, although its key was right. */
    static Optional<KeptMessage> read(ClearText text, boolean whole) {
        return NoteDocument.ifOurs(
                text,
                json -> Optional.of(new KeptMessage(
                        FROM_HER.equals(json.getString("from")),
                        LocalDate.parse(json.getString("day")),
                        Optional.ofNullable(json.getString("at", null)).map(Instant::parse),
                        Optional.ofNullable(json.getString("by", null))
                                .map(Ids::parse)
                                .map(TherapistId::new),
                        Optional.of(json.getString("said")),
                        whole,
                        false)));
    }
}
