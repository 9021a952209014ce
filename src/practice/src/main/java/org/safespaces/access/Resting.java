package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.Restriction;
import org.safespaces.people.Restrictions;

/**
 * Restriction of processing: a record rests, for a reason, and goes on, for a reason. It is read meanwhile, and nothing is written in it;
 * its client is sent no letter and no form. What she sends herself still comes in.
 */
@Stateless
@RolesAllowed("therapist")
public class Resting {
    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private Restrictions restrictions;

    /** Each time it rested, the newest first. */
    public List<Restriction> of(CaseId caseId) {
        access.holder(caseId);
        return restrictions.of(caseId);
    }

    /** Is it not to be written in for now? */
    public boolean rests(CaseId caseId) {
        access.holder(caseId);
        return restrictions.rests(caseId);
    }

    /** A case of the caller's own rests from here on. Whoever writes in it at this moment is waited for. */
    public void set(CaseId caseId, Restriction.Reason reason) {
        people.hold(caseId);
        access.owner(caseId);
        restrictions.set(caseId, reason);
    }

    /** A case of the caller's own goes on. */
    public void lift(CaseId caseId, Restriction.Lifted why) {
        people.hold(caseId);
        access.owner(caseId);
        restrictions.lift(caseId, why);
    }
}
