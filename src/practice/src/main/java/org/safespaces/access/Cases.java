package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Designations;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;

/** Cases and who holds them: opening one makes its keys, its record and its place in a caseload together. */
@Stateless
@RolesAllowed("therapist")
public class Cases {
    @Inject
    private People people;

    @Inject
    private Designations designations;

    @Inject
    private CaseKeys keys;

    @Inject
    private CaseAccess access;

    @Inject
    private Caseloads caseloads;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Opens a case that the caller holds; needs her vault open.
     *
     * @param designation how it was called until now; kept unless a case is called so already
     */
    public CaseId open(String designation) {
        TherapistId holder = caller.therapist().orElseThrow(NoSuchPerson::new);
        CaseId opened = people.openCase(designations.keepOrDraw(designation), holder);
        keys.make(opened);
        audit.record(caller.actor(), AuditAction.CASE_OPENED, "case", opened.value());
        return opened;
    }

    /** The caller's caseload and what she covers now, by designation. */
    public List<ClientSummary> mine() {
        return caller.therapist().map(caseloads::of).orElse(List.of());
    }

    /** A case that the caller holds or covers; throws {@link NotYours} for any other. */
    public ClientSummary mine(CaseId caseId) {
        TherapistId me = access.holder(caseId);
        return caseloads.find(me, caseId).orElseThrow(NoSuchPerson::new);
    }
}
