package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.InwardSeals;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.SealedInward;

/**
 * What a client answers before a session, ahead of it: sealed in this request to whoever holds her case, and shown to nobody else, to
 * her neither.
 */
@Stateless
@RolesAllowed("client")
public class ChecksAhead {
    @Inject
    private PendingChecks checks;

    @Inject
    private InwardSeals seals;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Sends her answers for a session of her own. Sent again they take the place of those before, as long as nobody has opened these.
     *
     * @param checkId of the session, as {@code scheduling.Room} names it
     * @throws org.safespaces.keys.KeysDoNotFit where nobody holds her case; nothing was kept then
     */
    public void send(UUID checkId, SafetyAnswers answers) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        if (!answers.fits()) {
            throw new NoSuchPerson();
        }
        people.share(me);
        checks.queue(me);
        try (ClearText text = CheckDocument.answered(SafetyCheck.By.CLIENT, clock.instant(), answers)) {
            SealedInward sealedForHolders = seals.seal(Compartment.CLINICAL, checkId, text);
            checks.keep(me, ItemKind.CHECK, sealedForHolders);
        }
        audit.record(caller.actor(), AuditAction.CHECK_RECEIVED, "case item", checkId);
    }

    /** The day on which she last sent answers for a session; empty when she has not. */
    public Optional<LocalDate> sentOn(UUID checkId) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        return checks.sent(me, checkId).map(SentCheck::day).or(() -> checks.newest(me, checkId)
                .map(item -> item.summary().day()));
    }
}
