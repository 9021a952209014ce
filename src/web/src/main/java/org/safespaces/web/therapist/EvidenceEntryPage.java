package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safespaces.access.InertText;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.AddressRefused;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.EvidenceEntry;
import org.safespaces.notes.EvidenceLog;
import org.safespaces.notes.EvidenceTerms;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Exchange;

/** One line of the log: a correction of it, or a new one. */
@Named
@RequestScoped
public class EvidenceEntryPage {
    @Inject
    private EvidenceLog log;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private ItemAtHand item;

    @Inject
    private Exchange exchange;

    private SealedForm form;
    private int version;
    private boolean closed;
    private boolean refused;

    /** Opens one, for this one answer; or keeps what was typed. */
    public void load() {
        if (exchange.isPost()) {
            form().keep(this::save);
            return;
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        item.kept().ifPresent(this::open);
    }

    private void open(UUID id) {
        try {
            EvidenceEntry entry = log.read(item.caseId(), id);
            version = entry.summary().version();
            form = new SealedForm(exchange, shown(entry.terms()));
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private static Map<String, String> shown(EvidenceTerms terms) {
        return Map.of(
                "on", terms.on().map(LocalDate::toString).orElse(""),
                "time", terms.time(),
                "what", terms.what(),
                "who", terms.who(),
                "where", terms.where(),
                "kept", terms.kept(),
                "image", terms.image().name());
    }

    private void save() {
        EvidenceTerms terms = new EvidenceTerms(
                form.day("on"),
                inert("time", EvidenceLog.LONGEST_LINE),
                inert("what", EvidenceLog.LONGEST),
                inert("who", EvidenceLog.LONGEST_LINE),
                inert("where", EvidenceLog.LONGEST_LINE),
                inert("kept", EvidenceLog.LONGEST_LINE),
                form.one("image", EvidenceTerms.Image.values()));
        if (terms.what().isEmpty()) {
            form.complain("what", "error.what");
        }
        if (terms.on().filter(diary.today()::isBefore).isPresent()) {
            form.complain("on", "error.day.ahead");
        }
        if (form.isFine()) {
            keep(terms);
        }
    }

    private void keep(EvidenceTerms terms) {
        try {
            log.keep(item.caseId(), item.id(), getUpon(), terms);
            exchange.goTo("/therapist/evidence?id=" + item.caseId().value() + "&done=kept");
        } catch (AddressRefused child) {
            refused = true;
        }
    }

    /** Nothing ever follows, fetches or previews an address that was typed. */
    private String inert(String field, int longest) {
        return InertText.of(form.text(field, longest));
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    public String getId() {
        return item.kept().map(UUID::toString).orElse("");
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    public String getDraft() {
        return item.draft().toString();
    }

    /** The version that is shown; 0 for a new one. */
    public int getUpon() {
        return item.upon(version);
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    public List<SealedForm.Choice> getImages() {
        return form().choices("image", EvidenceTerms.Image.values(), "entry.image.");
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }

    public boolean isClosed() {
        return closed;
    }

    /** What was typed leads to an image in which somebody may have been under 18. */
    public boolean isRefused() {
        return refused;
    }
}
