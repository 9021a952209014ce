package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a report. When to look at it again stands beside it, clear, and changes without a version. */
final class ReportDocument {
    private ReportDocument() {}

    static ClearText write(ReportTerms terms) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("place", terms.place().name())
                .add("where", terms.where())
                .add("by", terms.by().name())
                .add("reference", terms.reference())
                .add("status", terms.status().name())
                .add("remark", terms.remark());
        terms.reported().ifPresent(day -> json.add("reported", day.toString()));
        return ClearText.of(json.build().toString());
    }

    static Report read(NoteSummary summary, ClearText text, Optional<LocalDate> nextCheck) {
        JsonObject json = NoteDocument.parse(text);
        ReportTerms terms = new ReportTerms(
                ReportPlace.valueOf(json.getString("place")),
                json.getString("where"),
                ReportTerms.By.valueOf(json.getString("by")),
                json.getString("reference"),
                Optional.ofNullable(json.getString("reported", null)).map(LocalDate::parse),
                ReportStatus.valueOf(json.getString("status")),
                json.getString("remark"),
                nextCheck);
        return new Report(summary, terms);
    }
}
