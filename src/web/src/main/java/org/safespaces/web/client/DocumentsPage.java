package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.OwnRecord;
import org.safespaces.notes.DocumentFile;
import org.safespaces.notes.OwnDocuments;
import org.safespaces.notes.SharedDocument;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.web.frame.CodeAtHand;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** Letters her therapist has given her. They open with her code; each can be had as a file. */
@Named("clientDocumentsPage")
@RequestScoped
public class DocumentsPage {
    private static final String HERE = "/client/documents";
    private static final String WORDS = "documents";

    @Inject
    private OwnDocuments documents;

    @Inject
    private CodeAtHand code;

    @Inject
    private OwnRecord record;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private boolean there;
    private List<Line> lines = List.of();

    /** A letter as it is shown. */
    public record Line(String id, String heading, String by, String said) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Does what was asked, and opens what this answer shows. */
    public void load() {
        joined = record.isThere();
        there = documents.count() > 0;
        if (!joined || exchange.isPost() && code.isAsked(HERE, this::read)) {
            return;
        }
        if (exchange.isPost()) {
            exchange.parameter("letter").map(Ids::parse).ifPresent(id -> code.use(own -> hand(own, id)));
        }
        if (there && !exchange.isAnswered()) {
            code.use(this::read);
        }
    }

    private void read(String own) {
        lines = documents.read(own, exchange.visitor()).stream().map(this::line).toList();
    }

    private void hand(String own, UUID id) {
        documents
                .file(own, id, exchange.visitor())
                .ifPresent(file -> exchange.hand(file.name(), DocumentFile.TYPE, file.content()));
    }

    private Line line(SharedDocument letter) {
        return new Line(
                letter.id().toString(),
                String.format(exchange.text(WORDS, "own.of"), Days.dated(letter.on())),
                String.format(
                        exchange.text(WORDS, "own.by"),
                        people.therapist(letter.by()).shownName()),
                letter.said());
    }

    public boolean isJoined() {
        return joined;
    }

    public boolean isThere() {
        return there;
    }

    public List<Line> getLines() {
        return lines;
    }
}
