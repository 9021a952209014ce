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
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.KeyGone;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.VaultException;

/**
 * What a client was asked to agree to, as her therapist has it. Each consent has one purpose and one recipient, begins as no, and keeps
 * every step that was taken in it: by her, with her code, or by her therapist who writes down what she said. Sealed to both.
 */
@Stateless
@RolesAllowed("therapist")
public class Consents {
    @Inject
    private ConsentRows rows;

    @Inject
    private PendingMessages pending;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Restrictions restrictions;

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

    /** How many there are; what they say, and what was decided, is sealed. */
    public int count(CaseId caseId) {
        access.holder(caseId);
        return rows.of(caseId).size();
    }

    /**
     * Opens them; recorded before. What she has decided meanwhile counts from here on.
     *
     * @throws DoesNotOpen where what is stored is not what was signed
     */
    public List<OpenConsent> open(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.CONSENTS_OPENED, caseId.value(), Compartment.MESSAGES);
        pending.queue(caseId);
        return guarded(caseId, () -> {
            pending.takeIn(caseId, why);
            return rows.of(caseId).stream()
                    .map(versions -> versions.stream()
                            .map(item -> rows.opened(item, why))
                            .toList())
                    .map(steps -> new OpenConsent(steps.get(0), steps))
                    .toList();
        });
    }

    /**
     * Asks for one; until she answers it is a no. Whether a letter tells her that something is waiting, her contact card says.
     *
     * @param consentId drawn by the page when the form was first shown: the same one sent twice is kept once
     * @throws DoesNotOpen, and nothing is kept, where the keys of the case are not what was signed
     */
    public void ask(CaseId caseId, UUID consentId, ConsentTerms terms) {
        access.holder(caseId);
        if (terms == null || !terms.fits()) {
            throw new NoSuchPerson();
        }
        restrictions.demandNone(caseId);
        pending.queue(caseId);
        if (pending.has(consentId)) {
            return;
        }
        Consent asked =
                new Consent(consentId, 1, terms, Consent.State.ASKED, LocalDate.now(clock), Consent.By.THERAPIST);
        guarded(caseId, () -> {
            rows.add(caseId, asked, Optional.empty());
            return asked;
        });
        audit.record(caller.actor(), AuditAction.CONSENT_WRITTEN, "case item", consentId);
        mailer.afterPause(Letter.MESSAGE_WAITING, caseId.value(), HerMessages.NEWS);
    }

    /**
     * Writes down what she has decided, as she said it.
     *
     * @param upon the version that was shown
     * @throws NoteChanged when that is not the newest any more, or does not lead there; {@link DoesNotOpen}
     */
    public void settle(CaseId caseId, UUID consentId, int upon, Consent.State next) {
        Disclosure why = access.toRead(caseId, AuditAction.CONSENTS_OPENED, caseId.value(), Compartment.MESSAGES);
        pending.queue(caseId);
        CaseItem newest = rows.newest(caseId, consentId).orElseThrow(NoSuchPerson::new);
        guarded(caseId, () -> {
            Consent now = rows.opened(newest, why);
            if (now.upon() != upon || !now.leadsTo(next)) {
                throw new NoteChanged();
            }
            now.after(next, LocalDate.now(clock), Consent.By.THERAPIST)
                    .ifPresent(decided -> rows.add(caseId, decided, Optional.of(newest)));
            return now;
        });
        audit.record(caller.actor(), AuditAction.CONSENT_WRITTEN, "case item", consentId);
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
