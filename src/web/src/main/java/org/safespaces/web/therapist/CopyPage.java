package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.Copies;
import org.safespaces.notes.CopyChoice;
import org.safespaces.notes.CopyItem;
import org.safespaces.notes.CopyRelease;
import org.safespaces.notes.CopyRequest;
import org.safespaces.notes.DocumentFile;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NotReviewed;
import org.safespaces.notes.NoteChanged;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** A copy of one client's record for herself: what was asked, how far it has been gone through, and handing it over. */
@Named
@RequestScoped
public class CopyPage {
    private static final String BUNDLE = "rights";
    private static final Set<String> NOTICES = Set.of("entered", "extended", "withdrawn", "chosen");

    @Inject
    private Copies copies;

    @Inject
    private CopyWords words;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<CopyRequest> requests = List.of();
    private Optional<CopyRequest> current = Optional.empty();
    private List<CopyItem> items = List.of();
    private SealedForm form;
    private String phrase;
    private int unopened;
    private boolean closed;
    private boolean changed;

    /** An entry in the list. */
    public record Row(String id, String title, String disclosure, String decision, String mark)
            implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Something that was handed over. */
    public record Line(String said, String amount, String hash) {}

    /** Does what was asked; then shows how it stands. */
    public void load() {
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
        }
        if (!exchange.isAnswered()) {
            show();
        }
    }

    private void act(String what) {
        try {
            switch (what) {
                case "enter" -> enter();
                case "extend" -> extend();
                case "withdraw" -> withdraw();
                case "release" -> release();
                default -> {
                    // nothing was asked
                }
            }
        } catch (NoteChanged | NotReviewed meanwhile) {
            changed = true;
        }
    }

    private void enter() {
        Optional<LocalDate> came = form().day("came");
        if (came.isEmpty()) {
            form().complain("came", "error.day");
        } else if (came.get().isAfter(diary.today())) {
            form().complain("came", "error.day.ahead");
        }
        if (form().isFine()) {
            copies.enter(caseId(), came.get());
            done("entered");
        }
    }

    private void extend() {
        CopyRequest.Extension why = form().one("why", CopyRequest.Extension.values());
        if (form().isFine()) {
            copies.extend(caseId(), requested(), why);
            done("extended");
        }
    }

    private void withdraw() {
        copies.withdraw(caseId(), requested());
        done("withdrawn");
    }

    private void release() {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        try {
            DocumentFile file = copies.release(
                    caseId(), requested(), exchange.parameter("phrase").orElse(null), words);
            exchange.hand(file.name(), DocumentFile.TYPE, file.content());
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private void done(String what) {
        exchange.goTo("/therapist/copy?case=" + caseId().value() + "&done=" + what);
    }

    private void show() {
        requests = copies.of(caseId());
        current = requests.stream()
                .filter(each -> each.outcome()
                        .filter(CopyRequest.Outcome.WITHDRAWN::equals)
                        .isEmpty())
                .min(Comparator.comparing(each -> !each.isOpen()));
        unopened = copies.unopened(caseId());
        if (current.isPresent() && vaultLock.isOpen() && !closed) {
            try {
                items = copies.review(caseId(), current.get().id());
            } catch (DoesNotOpen tamperedWith) {
                closed = true;
            }
        }
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private UUID requested() {
        return Ids.parse(exchange.parameter("request").orElse(null));
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    private String text(String key) {
        return exchange.text(BUNDLE, key);
    }

    public boolean isThere() {
        return current.isPresent();
    }

    /** One waits for an answer. */
    public boolean isOpen() {
        return current.filter(CopyRequest::isOpen).isPresent();
    }

    public String getRequestId() {
        return current.map(each -> each.id().toString()).orElse("");
    }

    public String getHeading() {
        return current.map(each -> String.format(
                        text(each.byClient() ? "copy.asked.client" : "copy.asked.therapist"),
                        Days.dated(each.cameOn())))
                .orElse("");
    }

    public String getDue() {
        return current.map(each -> each.isOpen()
                        ? String.format(
                                text(each.dueOn().isBefore(diary.today()) ? "copy.overdue" : "copy.due"),
                                Days.dated(each.dueOn()))
                        : String.format(
                                text("copy.answered"), Days.dated(each.endedOn().orElseThrow())))
                .orElse("");
    }

    public boolean isExtendable() {
        return current.filter(each -> each.extended().isEmpty()).isPresent();
    }

    public String getExtended() {
        return current.flatMap(CopyRequest::extended)
                .map(why -> text("copy.why." + why))
                .orElse("");
    }

    public List<SealedForm.Choice> getExtensions() {
        return List.of(CopyRequest.Extension.values()).stream()
                .map(each -> new SealedForm.Choice(
                        each.name(), text("copy.why." + each), each.name().equals(form().in("why"))))
                .toList();
    }

    public boolean isLocked() {
        return !vaultLock.isOpen();
    }

    /** What is stored is not what was signed: of that no copy is made. */
    public boolean isClosed() {
        return closed;
    }

    /** It stands otherwise by now. */
    public boolean isChanged() {
        return changed;
    }

    public boolean isUnopened() {
        return unopened > 0;
    }

    public List<Row> getRows() {
        return items.stream().map(this::row).toList();
    }

    private Row row(CopyItem item) {
        Optional<CopyChoice.Decision> decision = item.decision();
        return new Row(
                item.itemId().toString(),
                words.title(item),
                exchange.text("notes", "class." + item.disclosure()),
                decision.map(each -> text("copy.choice." + each)).orElseGet(() -> text("copy.undecided")),
                decision.map(each -> each == CopyChoice.Decision.SHARE ? "done" : "info")
                        .orElse("honey"));
    }

    private long decided() {
        return items.stream().filter(item -> item.decision().isPresent()).count();
    }

    public String getProgress() {
        return String.format(text("copy.progress"), decided(), items.size());
    }

    /** Everything is decided: the file can be made. */
    public boolean isReady() {
        return !items.isEmpty() && decided() == items.size();
    }

    /** Drawn anew each time this page is shown, and kept nowhere. */
    public String getPhrase() {
        if (phrase == null) {
            phrase = copies.drawPhrase();
        }
        return phrase;
    }

    public List<Line> getReleases() {
        return requests.stream()
                .flatMap(each -> each.releases().stream())
                .map(this::line)
                .toList();
    }

    private Line line(CopyRelease each) {
        return new Line(
                String.format(
                        text("copy.given"),
                        Days.dated(each.on()),
                        people.therapist(each.by()).shownName()),
                String.format(text("copy.given.amount"), each.shared(), each.redacted(), each.withheld()),
                each.fileHash());
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
