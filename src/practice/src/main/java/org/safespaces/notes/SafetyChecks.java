package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * What is asked about safety before each session, as the therapist asks it: where the client is, whether she can talk, and what is done
 * when the line drops. A signed item of the clinical record for each session, named by an id that says of which session to nobody but
 * the running server. Source: booking.md 9.
 */
@Stateless
@RolesAllowed("therapist")
public class SafetyChecks {
    /** The most UTF-16 units the reason for going on without may have. */
    public static final int LONGEST_REASON = 500;

    /** How many checks of other sessions are looked through for answers. */
    private static final int MOST_OTHERS = 5;

    @Inject
    private PendingChecks checks;

    @Inject
    private Wholeness wholeness;

    @Inject
    private CaseAccess access;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Opens the check of a session; recorded before it is opened. What the client has sent becomes part of the record with it.
     *
     * @param checkId of the session, as {@code scheduling.Room} names it
     * @throws DoesNotOpen where what is stored is not what was signed
     */
    public OpenChecks open(CaseId caseId, UUID checkId) {
        Disclosure why = access.toRead(caseId, AuditAction.CHECK_OPENED, checkId, Compartment.CLINICAL);
        boolean left = takeIn(caseId, checkId, why);
        return new OpenChecks(
                checks.newest(caseId, checkId).map(item -> opened(item, why)),
                last(caseId, checkId, why),
                left && checks.sent(caseId, checkId).isPresent());
    }

    private boolean takeIn(CaseId caseId, UUID checkId, Disclosure why) {
        checks.queue(caseId);
        try {
            return checks.takeIn(caseId, ItemKind.CHECK, why);
        } catch (VaultException doubtful) {
            wholeness.doubts(new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), checkId, 1, 1));
            throw new DoesNotOpen();
        }
    }

    private Optional<SafetyCheck> last(CaseId caseId, UUID checkId, Disclosure why) {
        return checks.others(caseId, checkId, MOST_OTHERS).stream()
                .map(item -> opened(item, why))
                .filter(check -> check.without().isEmpty())
                .findFirst();
    }

    private SafetyCheck opened(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return CheckDocument.read(text, item.address().version());
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            throw new DoesNotOpen();
        }
    }

    /**
     * Keeps what was asked and confirmed at the beginning of a session.
     *
     * @param upon the version that was shown, 0 for none
     * @throws NoteChanged when that is not the newest any more; {@link DoesNotOpen}, and nothing is kept, where the keys of the case are
     *     not what was signed
     */
    public void confirm(CaseId caseId, UUID checkId, int upon, SafetyAnswers answers) {
        access.holder(caseId);
        try (ClearText text = CheckDocument.answered(SafetyCheck.By.THERAPIST, clock.instant(), answers)) {
            add(caseId, checkId, upon, text);
        }
    }

    /** Keeps why a session begins without the answers. Otherwise as {@link #confirm}. */
    public void goOnWithout(CaseId caseId, UUID checkId, int upon, String reason) {
        access.holder(caseId);
        try (ClearText text = CheckDocument.leftOut(clock.instant(), reason)) {
            add(caseId, checkId, upon, text);
        }
    }

    private void add(CaseId caseId, UUID checkId, int upon, ClearText text) {
        checks.queue(caseId);
        int newest = checks.newest(caseId, checkId)
                .map(item -> item.address().version())
                .orElse(0);
        if (newest != upon) {
            throw new NoteChanged();
        }
        try {
            checks.add(caseId, checkId, text);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), checkId, upon + 1, 1));
            throw new DoesNotOpen();
        }
        audit.record(caller.actor(), AuditAction.CHECK_WRITTEN, "case item", checkId);
    }
}
