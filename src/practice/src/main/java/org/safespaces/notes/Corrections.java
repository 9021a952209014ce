package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.KeyGone;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.VaultException;

/**
 * What a client says is not right in her record, as her therapist has it. Nothing that was written is changed: what is amended is written
 * beside it, or it is said why not; her words and the answer both stay, sealed to both. May be answered while a record rests.
 */
@Stateless
@RolesAllowed("therapist")
public class Corrections {
    @Inject
    private CorrectionRows rows;

    @Inject
    private PendingMessages pending;

    @Inject
    private Wholeness wholeness;

    @Inject
    private CaseAccess access;

    @Inject
    private Mailer mailer;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many of those that were taken into the record wait for an answer; what they say is sealed. Works with the vault locked. */
    public int waiting(CaseId caseId) {
        access.holder(caseId);
        return (int) rows.of(caseId).stream()
                .filter(item -> item.address().version() == 1)
                .count();
    }

    /**
     * Opens them; recorded before. What she has sent meanwhile is part of the record from here on.
     *
     * @throws DoesNotOpen where what is stored is not what was signed
     */
    public List<Correction> open(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.CORRECTIONS_OPENED, caseId.value(), Compartment.MESSAGES);
        pending.queue(caseId);
        return guarded(caseId, () -> {
            pending.takeIn(caseId, why);
            return rows.of(caseId).stream().map(item -> rows.opened(item, why)).toList();
        });
    }

    /**
     * Writes down what she said otherwise than here.
     *
     * @param id drawn by the page when the form was first shown: the same one sent twice is kept once
     * @throws org.safespaces.access.TextRefused when it cannot be kept as it is; {@link DoesNotOpen}
     */
    public void enter(CaseId caseId, UUID id, String typed) {
        access.owner(caseId);
        String said = TypedText.usable(typed, MessagesByCode.LONGEST);
        pending.queue(caseId);
        if (pending.has(id)) {
            return;
        }
        guarded(caseId, () -> {
            rows.begin(caseId, Correction.begun(id, said, LocalDate.now(clock), false));
            return id;
        });
        audit.record(caller.actor(), AuditAction.CORRECTION_ASKED, "case item", id);
    }

    /**
     * Answers one: what was amended, or why not. She is let know that something waits.
     *
     * @param upon the version that was shown
     * @throws NoteChanged when it was answered meanwhile; {@link org.safespaces.access.TextRefused}; {@link DoesNotOpen}
     */
    public void answer(CaseId caseId, UUID id, int upon, Correction.State how, String typed) {
        access.owner(caseId);
        String said = TypedText.usable(typed, Correction.LONGEST);
        Disclosure why = access.toRead(caseId, AuditAction.CORRECTIONS_OPENED, id, Compartment.MESSAGES);
        pending.queue(caseId);
        CaseItem newest = rows.of(caseId).stream()
                .filter(item -> item.address().itemId().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
        guarded(caseId, () -> {
            Correction now = rows.opened(newest, why);
            if (now.upon() != upon || !now.waits() || how == Correction.State.ASKED) {
                throw new NoteChanged();
            }
            rows.add(caseId, now.answered(how, said, LocalDate.now(clock)), Optional.of(newest));
            return now;
        });
        audit.record(caller.actor(), AuditAction.CORRECTION_ANSWERED, "case item", id);
        mailer.afterPause(Letter.MESSAGE_WAITING, caseId.value(), HerMessages.NEWS);
    }

    private <T> T guarded(CaseId caseId, Supplier<T> work) {
        try {
            return work.get();
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(PendingMessages.first(caseId, caseId.value()));
            throw new DoesNotOpen();
        }
    }
}
