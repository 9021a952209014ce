package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.notes.DocumentStanding;
import org.safespaces.notes.Documents;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** The letters that were written to a client. Opens none of them, and so works with the vault locked. */
@Named("caseDocumentsPage")
@RequestScoped
public class DocumentsPage {
    private static final String WORDS = "documents";

    @Inject
    private Documents documents;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private List<Row> rows = List.of();

    /** A letter in the list. */
    public record Row(String id, String day, String by, boolean finished, String shared) {}

    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        rows = documents.list(id).stream().map(this::row).toList();
    }

    private Row row(DocumentStanding letter) {
        return new Row(
                letter.newest().itemId().toString(),
                Days.dated(letter.newest().day()),
                people.therapist(letter.newest().author()).shownName(),
                letter.finished(),
                letter.sharedOn()
                        .map(day -> String.format(exchange.text(WORDS, "shared.on"), Days.dated(day)))
                        .orElseGet(() -> exchange.text(WORDS, "shared.no")));
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getLead() {
        return exchange.counted(WORDS, "lead", rows.size());
    }
}
