package org.safespaces.web.therapist;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safespaces.access.Confidential;
import org.safespaces.access.TooManySearches;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.Found;
import org.safespaces.notes.Hit;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Sought;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;
import org.safespaces.web.home.FormWords;

@Named
@RequestScoped
public class SearchPage {
    private static final String FIELD = "search:asked";

    @Inject
    private NoteSearch notes;

    @Inject
    private Intakes intakes;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private String asked;
    private Found found;

    /** A note that was found. */
    public record Row(
            String caseId,
            String noteId,
            String designation,
            String initials,
            String kind,
            String day,
            List<Hit.Piece> extract)
            implements Confidential {
        static Row of(Hit hit) {
            String designation = hit.client().designation();
            return new Row(
                    hit.client().id().value().toString(),
                    hit.note().itemId().toString(),
                    designation,
                    Initials.of(designation),
                    hit.note().kind().name(),
                    Days.dated(hit.note().day()),
                    hit.extract());
        }

        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Nothing is opened here: but a box that could find nothing is not shown. */
    public void load() {
        if (!exchange.isPost() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
    }

    /** Looks. The answer is in this response and kept nowhere, as is what was asked. */
    public void search() {
        Sought sought = Sought.of(asked);
        if (asked != null && asked.length() > Sought.LONGEST) {
            exchange.complain(FIELD, "casefile", "search.error.long", Sought.LONGEST);
        } else if (sought.isTooShort()) {
            exchange.complain(FIELD, "casefile", "search.error.short");
        } else {
            look(sought);
        }
    }

    private void look(Sought sought) {
        try {
            found = notes.search(sought, this::text);
        } catch (VaultLocked locked) {
            exchange.complain(FIELD, "casefile", "search.error.locked");
        } catch (TooManySearches often) {
            exchange.complain(FIELD, "casefile", "search.error.often", often.minutes());
        } catch (KeystoreUnavailable unavailable) {
            exchange.complain(FIELD, "casefile", "search.error.keystore");
        }
    }

    /** As the note's own page shows it. */
    private String text(OpenNote opened) {
        if (opened.summary().kind() != ItemKind.INTAKE) {
            return opened.said();
        }
        OpenIntake document = intakes.reread(opened.said());
        return document.answered(Question.Part.CLINICAL).stream()
                .map(question -> words.of(question.id() + ".short") + ": " + words.answer(question, document.answers()))
                .collect(joining(". "));
    }

    public boolean isDone() {
        return found != null;
    }

    /** What came of it, in a sentence that is also read out. */
    public String getSaid() {
        List<String> said = new ArrayList<>();
        said.add(exchange.counted("casefile", "search.found", found.matching()));
        said.add(counted("search.searched", found.searched(), seconds()));
        if (found.matching() > found.hits().size()) {
            said.add(String.format(
                    exchange.text("casefile", "search.shown"), found.hits().size()));
        }
        said.add(exchange.counted("casefile", "search.left", found.left()));
        said.add(exchange.counted("casefile", "search.unopened", found.unopened()));
        return String.join(" ", said).strip();
    }

    private String counted(String key, int count, String seconds) {
        String form = count == 0 ? "none" : count == 1 ? "one" : "many";
        String pattern = exchange.text("casefile", key + "." + form);
        return count > 1 ? String.format(Locale.UK, pattern, count, seconds) : String.format(pattern, seconds);
    }

    private String seconds() {
        return String.format(Locale.UK, "%.2f", Math.max(10, found.took().toMillis()) / 1000.0);
    }

    public List<Row> getRows() {
        return found == null ? List.of() : found.hits().stream().map(Row::of).toList();
    }

    public List<ClientsPage.Row> getClients() {
        return found == null
                ? List.of()
                : found.clients().stream().map(ClientsPage.Row::of).toList();
    }

    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }
}
