package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a note: what was said, who may be shown it, and how it stood when it was signed. */
final class NoteDocument {
    /** Kept, because looking the reader up costs more than reading. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** Sent in, or put there by another page: no parts, and a document of its own. */
    private static final List<ItemKind> WITHOUT_PARTS = List.of(ItemKind.INTAKE, ItemKind.CONTACT, ItemKind.CHECK);

    private NoteDocument() {}

    static ClearText write(WrittenNote note, NoteStanding standing, Instant at, Optional<String> reason) {
        JsonObjectBuilder json = content(note).add("standing", standing.name()).add("at", at.toString());
        reason.ifPresent(why -> json.add("reason", why));
        return ClearText.of(json.build().toString());
    }

    /** What was typed, without how it stands. */
    static JsonObjectBuilder content(WrittenNote note) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("template", note.template())
                .add("class", note.disclosure().name());
        if (note.parts().size() == 1 && note.parts().get(0).heading().isEmpty()) {
            json.add("said", note.parts().get(0).said());
        } else {
            JsonArrayBuilder parts = Json.createArrayBuilder();
            note.parts()
                    .forEach(part -> parts.add(Json.createObjectBuilder()
                            .add("heading", part.heading())
                            .add("said", part.said())));
            json.add("parts", parts);
        }
        note.about().ifPresent(id -> json.add("appointment", id.toString()));
        note.beside().ifPresent(id -> json.add("beside", id.toString()));
        return json;
    }

    static WrittenNote content(ItemKind kind, JsonObject json) {
        return new WrittenNote(
                kind,
                json.getString("template", WrittenNote.FREE),
                parts(json),
                disclosure(kind, json),
                id(json, "appointment"),
                id(json, "beside"));
    }

    /** Opened again; what was sent in as an enquiry stays the document it is. */
    static OpenNote read(NoteSummary summary, ClearText text, boolean whole) {
        if (WITHOUT_PARTS.contains(summary.kind())) {
            return new OpenNote(
                    summary,
                    text.text(),
                    List.of(),
                    WrittenNote.FREE,
                    DisclosureClass.CLIENT_VISIBLE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    whole);
        }
        JsonObject json = parse(text);
        WrittenNote note = content(summary.kind(), json);
        return new OpenNote(
                summary,
                WrittenNote.joined(note.parts()),
                note.parts(),
                note.template(),
                note.disclosure(),
                note.about(),
                id(json, "by").map(TherapistId::new),
                Optional.ofNullable(json.getString("at", null)).map(Instant::parse),
                Optional.ofNullable(json.getString("reason", null)),
                whole && isAsSealed(summary, json));
    }

    /** What the row says beside the text, against the text. Before there were two standings, every note was locked. */
    private static boolean isAsSealed(NoteSummary summary, JsonObject json) {
        return summary.standing().name().equals(json.getString("standing", NoteStanding.LOCKED.name()))
                && summary.beside().equals(id(json, "beside"));
    }

    private static List<NotePart> parts(JsonObject json) {
        if (!json.containsKey("parts")) {
            return List.of(NotePart.plain(json.getString("said")));
        }
        return json.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                .map(part -> new NotePart(part.getString("heading"), part.getString("said")))
                .toList();
    }

    /** Of what was written before there were classes: what it would have been given. */
    private static DisclosureClass disclosure(ItemKind kind, JsonObject json) {
        DisclosureClass usual = kind == ItemKind.PROCESS ? DisclosureClass.PROCESS : DisclosureClass.DISCLOSABLE;
        return DisclosureClass.valueOf(json.getString("class", usual.name()));
    }

    private static Optional<UUID> id(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null)).map(UUID::fromString);
    }

    /** Reads one of our documents; empty for what no server of ours has written. */
    static <T> Optional<T> ifOurs(ClearText text, Function<JsonObject, Optional<T>> read) {
        try {
            return read.apply(parse(text));
        } catch (JsonException
                | DateTimeException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | NoSuchPerson notOurs) {
            return Optional.empty();
        }
    }

    static JsonObject parse(ClearText text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text.text()))) {
            return reader.readObject();
        }
    }
}
