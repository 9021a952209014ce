package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.InwardSeals;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;

/** What a signed-in client can do about messages without her code: see that there is something, and write. Reading takes the code. */
@Stateless
@RolesAllowed("client")
public class OwnMessages {
    @Inject
    private PendingMessages pending;

    @Inject
    private HerMessages hers;

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

    /** How many messages were written to her since she last looked; 0 for somebody who has not joined. */
    public int unseen() {
        return caller.client()
                .map(id -> hers.unseen(id, HerMessages.News.MESSAGES))
                .orElse(0);
    }

    /**
     * She writes to whoever holds her case. Without her code she does not read it back until they have opened it.
     *
     * @param messageId drawn by the page when the form was first shown: the same message sent twice is kept once
     * @throws org.safespaces.access.TextRefused when it cannot be sent as it is; {@link TooManyToday}; {@link
     *     org.safespaces.keys.KeysDoNotFit} where nobody could open it
     */
    public void send(UUID messageId, String typed) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        String said = TypedText.usable(typed, MessagesByCode.LONGEST);
        people.share(me);
        pending.queue(me);
        if (pending.has(messageId)) {
            return;
        }
        hers.demandPace(me);
        try (ClearText text = MessageText.hers(said, clock.instant())) {
            pending.keep(seals.seal(Compartment.MESSAGES, messageId, text));
        }
        audit.record(caller.actor(), AuditAction.MESSAGE_RECEIVED, "case item", messageId);
        hers.tell(me);
    }
}
