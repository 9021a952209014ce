package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a line of an evidence log. */
final class EvidenceDocument {
    private EvidenceDocument() {}

    static ClearText write(EvidenceTerms terms) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("time", terms.time())
                .add("what", terms.what())
                .add("who", terms.who())
                .add("where", terms.where())
                .add("kept", terms.kept())
                .add("image", terms.image().name());
        terms.on().ifPresent(day -> json.add("on", day.toString()));
        return ClearText.of(json.build().toString());
    }

    static EvidenceEntry read(NoteSummary summary, ClearText text) {
        JsonObject json = NoteDocument.parse(text);
        EvidenceTerms terms = new EvidenceTerms(
                Optional.ofNullable(json.getString("on", null)).map(LocalDate::parse),
                json.getString("time"),
                json.getString("what"),
                json.getString("who"),
                json.getString("where"),
                json.getString("kept"),
                EvidenceTerms.Image.valueOf(json.getString("image")));
        return new EvidenceEntry(summary, terms);
    }
}
