package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a version of a consent: its words each time, so that each version says by itself what was decided. */
final class ConsentDocument {
    private ConsentDocument() {}

    static ClearText write(Consent consent) {
        ConsentTerms terms = consent.terms();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("purpose", terms.purpose().name())
                .add("recipient", terms.recipient())
                .add("share", terms.share())
                .add("withheld", terms.withheld())
                .add("state", consent.state().name())
                .add("on", consent.on().toString())
                .add("by", consent.by().name());
        terms.until().ifPresent(day -> json.add("until", day.toString()));
        return ClearText.of(json.build().toString());
    }

    /** Empty for what no server of ours has written. */
    static Optional<Consent> read(ClearText text, UUID id, int version) {
        return NoteDocument.ifOurs(text, json -> Optional.of(read(json, id, version)));
    }

    private static Consent read(JsonObject json, UUID id, int version) {
        ConsentTerms terms = new ConsentTerms(
                ConsentTerms.Purpose.valueOf(json.getString("purpose")),
                json.getString("recipient"),
                json.getString("share"),
                json.getString("withheld"),
                Optional.ofNullable(json.getString("until", null)).map(LocalDate::parse));
        return new Consent(
                id,
                version,
                terms,
                Consent.State.valueOf(json.getString("state")),
                LocalDate.parse(json.getString("on")),
                Consent.By.valueOf(json.getString("by")));
    }
}
