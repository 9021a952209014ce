package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;

/** A signed-in client asks for a copy of her record, and sees what became of that. Needs no code: nothing of the record is in it. */
@Stateless
@RolesAllowed("client")
public class OwnCopies {
    @Inject
    private CopyRows rows;

    @Inject
    private HerMessages hers;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What she asked for and what she was given, the newest first; none for somebody who has not joined. */
    public List<CopyRequest> all() {
        return caller.client().map(rows::of).orElse(List.of());
    }

    /** Asks for a copy; while one waits, nothing more is asked. Her therapists are told that something is waiting. */
    public void ask() {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        people.share(me);
        people.lockAccount(me);
        if (rows.open(me).isEmpty()) {
            rows.add(me, LocalDate.ofInstant(clock.instant(), people.hoursOf(me)), true);
            audit.record(caller.actor(), AuditAction.COPY_ASKED, "case", me.value());
            hers.tell(me);
        }
    }
}
