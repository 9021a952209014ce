package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DocumentFile;
import org.safespaces.notes.Documents;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteLocked;
import org.safespaces.notes.OpenDocument;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** One letter to a client: written on while it is a draft; once it is finished, shown, made a file of, and shared. */
@Named("caseDocumentPage")
@RequestScoped
public class DocumentPage {
    private static final String WORDS = "documents";
    private static final Set<String> NOTICES = Set.of("kept", "finished", "shared");

    @Inject
    private Documents documents;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private People people;

    @Inject
    private ItemAtHand item;

    @Inject
    private Exchange exchange;

    private Optional<OpenDocument> letter = Optional.empty();
    private SealedForm form;
    private boolean closed;
    private boolean finishedMeanwhile;
    private String wrong = "";

    /** Opens it for this one answer, after doing what was asked. */
    public void load() {
        switch (exchange.isPost() ? exchange.parameter("do").orElse("") : "show") {
            case "keep" -> form().keep(() -> write(false));
            case "finish" -> form().keep(() -> write(true));
            case "file" -> whileOpen(this::hand);
            case "share" -> whileOpen(this::share);
            default -> whileOpen(() -> item.kept().ifPresent(this::open));
        }
    }

    /** What does nothing to what is typed: with the vault locked it waits until that is open. */
    private void whileOpen(Runnable act) {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        try {
            act.run();
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        } catch (NoteChanged notFinished) {
            exchange.goTo(address(id()));
        }
    }

    private void open(UUID id) {
        OpenDocument opened = documents.read(item.caseId(), id);
        letter = Optional.of(opened);
        form = new SealedForm(exchange, Map.of("said", opened.said()));
    }

    private void hand() {
        DocumentFile file = documents.file(item.caseId(), id());
        exchange.hand(file.name(), DocumentFile.TYPE, file.content());
    }

    private void share() {
        documents.share(item.caseId(), id());
        exchange.goTo(address(id()) + "&done=shared");
    }

    private void write(boolean finish) {
        try {
            UUID id = item.id();
            documents.write(item.caseId(), id, getUpon(), form().in("said"), finish);
            exchange.goTo(address(id) + (finish ? "&done=finished" : "&done=kept"));
        } catch (TextRefused refused) {
            wrong = exchange.text(WORDS, "error." + refused.reason());
            exchange.complainAt("said", wrong);
        } catch (NoteLocked already) {
            finishedMeanwhile = true;
        }
    }

    private String address(UUID id) {
        return "/therapist/document?case=" + item.caseId().value() + "&id=" + id;
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return item.kept().map(UUID::toString).orElse("");
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    public String getDraft() {
        return item.draft().toString();
    }

    /** The version that is shown, or that was written upon; 0 for a new one. */
    public int getUpon() {
        return item.upon(letter.map(each -> each.summary().version()).orElse(0));
    }

    public String getSaid() {
        return form().in("said");
    }

    public String getWrong() {
        return wrong;
    }

    public String getHeading() {
        return letter.flatMap(OpenDocument::finished)
                .map(day -> String.format(exchange.text(WORDS, "one.h2"), Days.dated(day)))
                .orElseGet(() -> exchange.text(WORDS, item.kept().isPresent() ? "one.draft.h2" : "one.new.h2"));
    }

    public String getLead() {
        return letter.map(this::lead).orElse("");
    }

    private String lead(OpenDocument opened) {
        return opened.finished().isPresent()
                ? String.format(
                        exchange.text(WORDS, "one.lead"),
                        people.therapist(opened.summary().author()).shownName())
                : String.format(
                        exchange.text(WORDS, "one.draft.lead"),
                        Days.dated(opened.summary().day()));
    }

    /** It is there, and does not change any more. */
    public boolean isFinished() {
        return letter.flatMap(OpenDocument::finished).isPresent();
    }

    public boolean isShared() {
        return letter.flatMap(OpenDocument::sharedOn).isPresent();
    }

    public String getSharedOn() {
        return letter.flatMap(OpenDocument::sharedOn)
                .map(day -> String.format(exchange.text(WORDS, "shared.since"), Days.dated(day)))
                .orElse("");
    }

    /** It does not open. */
    public boolean isClosed() {
        return closed;
    }

    /** The record it stands in does not match its seal. */
    public boolean isDoubtful() {
        return letter.filter(each -> !each.whole()).isPresent();
    }

    /** It was finished in another window while this was typed. */
    public boolean isFinishedMeanwhile() {
        return finishedMeanwhile;
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
