package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a step in which therapy ended, or was taken up again. */
final class EndingDocument {
    private EndingDocument() {}

    static ClearText write(Ending ending) {
        return ClearText.of(Json.createObjectBuilder()
                .add("step", ending.step().name())
                .add("on", ending.on().toString())
                .add("met", ending.met().name())
                .add("planLookedAt", ending.planLookedAt())
                .add("toldSheCanReturn", ending.toldSheCanReturn())
                .add("toldWhatIsKept", ending.toldWhatIsKept())
                .add("supervised", ending.supervised())
                .add("said", ending.said())
                .build()
                .toString());
    }

    static Ending read(ClearText text) {
        JsonObject json = NoteDocument.parse(text);
        return new Ending(
                Ending.Step.valueOf(json.getString("step")),
                LocalDate.parse(json.getString("on")),
                Ending.Met.valueOf(json.getString("met")),
                json.getBoolean("planLookedAt"),
                json.getBoolean("toldSheCanReturn"),
                json.getBoolean("toldWhatIsKept"),
                json.getBoolean("supervised"),
                json.getString("said"));
    }
}
