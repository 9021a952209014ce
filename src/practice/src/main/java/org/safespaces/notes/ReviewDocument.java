package org.safespaces.notes;

import jakarta.json.Json;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a decision about one entry in a copy of a record. */
final class ReviewDocument {
    private static final int TWO_IDS = 32;

    private ReviewDocument() {}

    /** A decision as it was kept: about which version of the entry. */
    record Kept(int about, CopyChoice choice) implements org.safespaces.access.Confidential {
        @Override
        public String toString() {
            return "Kept[redacted]";
        }
    }

    static ClearText write(UUID request, UUID item, int about, CopyChoice choice) {
        return ClearText.of(Json.createObjectBuilder()
                .add("request", request.toString())
                .add("item", item.toString())
                .add("about", about)
                .add("decision", choice.decision().name())
                .add("reason", choice.reason())
                .add("text", choice.text())
                .build()
                .toString());
    }

    static Kept read(ClearText text) {
        var json = NoteDocument.parse(text);
        return new Kept(
                json.getInt("about"),
                new CopyChoice(
                        CopyChoice.Decision.valueOf(json.getString("decision")),
                        json.getString("reason"),
                        json.getString("text")));
    }

    /** Under which id it lies: one for each request and entry, which needs no list of its own. */
    static UUID id(UUID request, UUID item) {
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(TWO_IDS)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .putLong(item.getMostSignificantBits())
                .putLong(item.getLeastSignificantBits())
                .array());
    }
}
