package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.vault.ClearText;

/** The text that is sealed for what somebody outside asked: all of it, what stands in clear beside it too. */
final class OutsideDocument {
    private OutsideDocument() {}

    static ClearText write(OutsideTerms terms) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("asker", terms.asker().name())
                .add("came", terms.came().toString())
                .add("who", terms.who())
                .add("basis", terms.basis())
                .add("asked", terms.asked())
                .add("worth", terms.worth())
                .add("view", terms.view())
                .add("given", terms.given())
                .add("decision", terms.decision().name());
        terms.answered().ifPresent(day -> json.add("answered", day.toString()));
        return ClearText.of(json.build().toString());
    }

    static OutsideTerms read(ClearText text) {
        JsonObject json = NoteDocument.parse(text);
        return new OutsideTerms(
                OutsideTerms.Asker.valueOf(json.getString("asker")),
                LocalDate.parse(json.getString("came")),
                json.getString("who"),
                json.getString("basis"),
                json.getString("asked"),
                json.getString("worth"),
                json.getString("view"),
                json.getString("given"),
                OutsideTerms.Decision.valueOf(json.getString("decision")),
                Optional.ofNullable(json.getString("answered", null)).map(LocalDate::parse));
    }
}
