package org.safespaces.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.safespaces.access.CaseHandedOver;
import org.safespaces.audit.Actor;
import org.safespaces.people.CaseErased;

/** Tasks about a case go where the case goes: to the therapist who takes it over, or away with the record. */
@ApplicationScoped
class FollowTheCase {
    @Inject
    private Raising raising;

    void handOn(@Observes CaseHandedOver handedOver) {
        Subject subject = Subject.of(handedOver.caseId());
        raising.follow(subject, subject, handedOver.to());
    }

    void forget(@Observes CaseErased erased) {
        raising.goWith(Subject.of(erased.caseId()), Actor.SERVER);
    }
}
