package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Confidential;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.MessageKind;

/**
 * The text that is sealed for a message: what was said, at which moment, and by which colleague. Who may have written it is not for
 * the text to say: that stands in its keys.
 *
 * @param places who can help, by their ids in the directory; empty in most
 */
record MessageDocument(String said, Instant at, Optional<TherapistId> by, List<String> places) implements Confidential {
    MessageDocument {
        places = List.copyOf(places);
    }

    MessageDocument(String said, Instant at, Optional<TherapistId> by) {
        this(said, at, by, List.of());
    }

    ClearText text() {
        return ClearText.of(json().build().toString());
    }

    private JsonObjectBuilder json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("said", said).add("at", at.toString());
        by.ifPresent(therapist -> json.add("by", therapist.value().toString()));
        if (!places.isEmpty()) {
            json.add("places", Json.createArrayBuilder(places));
        }
        return json;
    }

    /** Empty for what no server of ours has written, although its key was right. */
    static Optional<MessageDocument> read(ClearText text) {
        try {
            JsonObject json = Answers.parse(text.text());
            return Optional.of(new MessageDocument(
                    json.getString("said"),
                    Instant.parse(json.getString("at")),
                    Optional.ofNullable(json.getString("by", null))
                            .map(Ids::parse)
                            .map(TherapistId::new),
                    places(json)));
        } catch (JsonException | DateTimeException | NullPointerException | ClassCastException | NoSuchPerson notOurs) {
            return Optional.empty();
        }
    }

    private static List<String> places(JsonObject json) {
        return json.containsKey("places") ? json.getJsonArray("places").getValuesAs(JsonString::getString) : List.of();
    }

    /** As an item of a case file, where its keys do not tell any more which way it went, and the day is another. */
    static ClearText kept(MessageKind kind, LocalDate day, MessageDocument document) {
        JsonObjectBuilder json = document.json().add("from", kind.name()).add("day", day.toString());
        return ClearText.of(json.build().toString());
    }

    @Override
    public String toString() {
        return "MessageDocument[redacted]";
    }
}
