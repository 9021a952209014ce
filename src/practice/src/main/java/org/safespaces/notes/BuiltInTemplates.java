package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The templates everybody has, from one reviewed file that is read at start. */
@ApplicationScoped
class BuiltInTemplates {
    private static final String FILE = "/notes/templates.json";

    private final Map<ItemKind, List<NoteTemplate>> byKind = new EnumMap<>(ItemKind.class);

    BuiltInTemplates() {
        List<JsonObject> all = read();
        for (ItemKind kind : ItemKind.WRITTEN) {
            byKind.put(
                    kind,
                    all.stream()
                            .filter(json -> isFor(kind, json))
                            .map(BuiltInTemplates::template)
                            .toList());
        }
    }

    void atStart(@Observes Startup started) {
        // the constructor has read them
    }

    /** Those a note of this kind can be written with, in the order of the file. */
    List<NoteTemplate> of(ItemKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private static boolean isFor(ItemKind kind, JsonObject json) {
        String only = json.getString("only", "");
        return kind == ItemKind.FORMULATION ? only.equals(kind.name()) : only.isEmpty();
    }

    private static NoteTemplate template(JsonObject json) {
        List<String> parts = json.getJsonArray("parts").getValuesAs(JsonString::getString);
        return new NoteTemplate(json.getString("id"), "", parts, false);
    }

    private static List<JsonObject> read() {
        try (InputStream file = BuiltInTemplates.class.getResourceAsStream(FILE);
                JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
