package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.safespaces.access.Cases;
import org.safespaces.access.Confidential;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.EvidenceEntry;
import org.safespaces.notes.EvidenceLog;
import org.safespaces.notes.EvidenceTerms;
import org.safespaces.notes.NoteSummary;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

/** The log of what happened, and the file of it that can be handed on. */
@Named
@RequestScoped
public class EvidencePage {
    private static final String BUNDLE = "reports";

    /** A name that says nothing. */
    private static final String FILE = "log.txt";

    @Inject
    private EvidenceLog log;

    @Inject
    private Cases cases;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    private int count;
    private List<Line> lines = List.of();
    private boolean closed;
    private boolean doubtful;

    /** A line of the log. */
    public record Line(
            String id,
            String when,
            String what,
            String who,
            String where,
            String kept,
            String image,
            int version,
            String written)
            implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Opens the log for this one answer; or makes the file. */
    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        count = log.count(id);
        if (exchange.isPost() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (!vaultLock.isOpen() || count == 0) {
            return;
        }
        try {
            if (exchange.isPost()) {
                exchange.hand(FILE, "text/plain; charset=UTF-8", file(id));
            } else {
                lines = log.open(id).stream().map(this::line).toList();
                doubtful = !log.isWhole(id);
            }
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private Line line(EvidenceEntry entry) {
        EvidenceTerms terms = entry.terms();
        NoteSummary summary = entry.summary();
        return new Line(
                summary.itemId().toString(),
                when(terms),
                terms.what(),
                terms.who(),
                terms.where(),
                terms.kept(),
                terms.image() == EvidenceTerms.Image.NONE ? "" : text("image." + terms.image()),
                summary.version(),
                String.format(text("evidence.written"), author(summary), Days.dated(summary.day())));
    }

    private String when(EvidenceTerms terms) {
        String day = terms.on().map(Days::dated).orElseGet(() -> text("evidence.when.none"));
        return terms.time().isEmpty() ? day : day + ", " + terms.time();
    }

    private String author(NoteSummary summary) {
        return people.therapist(summary.author()).shownName();
    }

    private String file(CaseId id) {
        List<List<EvidenceEntry>> all = log.export(id);
        List<String> text = new ArrayList<>();
        text.add(text("file.head"));
        text.add(String.format(text("file.case"), cases.mine(id).designation()));
        text.add(String.format(text("file.made"), Days.dated(diary.today()), signedIn.getName()));
        text.add(text("file.note"));
        for (int number = 0; number < all.size(); number++) {
            text.add("");
            text.add(String.format(text("file.line"), number + 1, all.size()));
            all.get(number).forEach(version -> write(text, version));
        }
        text.add("");
        text.add(text("file.end"));
        return String.join("\r\n", text) + "\r\n";
    }

    private void write(List<String> text, EvidenceEntry entry) {
        EvidenceTerms terms = entry.terms();
        NoteSummary summary = entry.summary();
        text.add("  "
                + String.format(
                        text("file.version"),
                        summary.version(),
                        author(summary),
                        Days.dated(summary.day()),
                        summary.check()));
        add(text, "file.when", when(terms));
        add(text, "file.what", terms.what());
        add(text, "evidence.who", terms.who());
        add(text, "evidence.where", terms.where());
        add(text, "evidence.kept", terms.kept());
        add(text, "evidence.image", text("image." + terms.image()));
    }

    private void add(List<String> text, String key, String value) {
        if (!value.isEmpty()) {
            text.add("  " + text(key) + ": " + value.replace("\n", "\r\n    "));
        }
    }

    private String text(String key) {
        return exchange.text(BUNDLE, key);
    }

    public String getLead() {
        return exchange.counted(BUNDLE, "evidence.lead", count);
    }

    public List<Line> getLines() {
        return lines;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The record it stands in does not match its seal. */
    public boolean isDoubtful() {
        return doubtful;
    }

    public boolean isNothing() {
        return count == 0;
    }

    public boolean isLocked() {
        return count > 0 && !vaultLock.isOpen();
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }
}
