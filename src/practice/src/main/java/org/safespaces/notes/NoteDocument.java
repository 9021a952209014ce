package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a note: what was said, and which appointment it is about. */
final class NoteDocument {
    /** Kept, because looking the reader up costs more than reading. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private NoteDocument() {}

    static ClearText write(String said, UUID appointmentOrNull) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("said", said);
        if (appointmentOrNull != null) {
            json.add("appointment", appointmentOrNull.toString());
        }
        return ClearText.of(json.build().toString());
    }

    /** Opened again; what was sent in as an enquiry stays the document it is. */
    static OpenNote read(NoteSummary summary, ClearText text, boolean whole) {
        if (summary.kind() != ItemKind.NOTE && summary.kind() != ItemKind.COLLEAGUES) {
            return new OpenNote(summary, text.text(), Optional.empty(), Optional.empty(), whole);
        }
        JsonObject json = parse(text);
        return new OpenNote(
                summary,
                json.getString("said"),
                Optional.ofNullable(json.getString("appointment", null)).map(UUID::fromString),
                Optional.ofNullable(json.getString("by", null))
                        .map(UUID::fromString)
                        .map(TherapistId::new),
                whole);
    }

    static JsonObject parse(ClearText text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text.text()))) {
            return reader.readObject();
        }
    }
}
