package org.safespaces.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.signposting.Fact;
import org.safespaces.signposting.SignpostChecks;
import org.safespaces.signposting.SignpostReview;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/** Keeps the list of places that can help in order: who rang or opened what, and when. */
@Stateless
@RolesAllowed("admin")
public class SignpostDesk {
    @Inject
    private SupportDirectory directory;

    @Inject
    private SignpostReview review;

    @Inject
    private SignpostChecks checks;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A fact of a place.
     *
     * @param name which of its facts
     * @param due is it to be rung or opened again?
     * @param mine did the caller check it last?
     */
    public record CheckedFact(SupportOrganisation place, String name, Fact fact, boolean due, boolean mine) {}

    /** Everything that is said about places: what is to be checked first, the longest ago before the rest. */
    public List<CheckedFact> all() {
        LocalDate today = LocalDate.now(clock);
        UUID me = caller.actor().id();
        return directory.all().stream()
                .flatMap(place -> place.facts().entrySet().stream().map(fact -> checked(place, fact, today, me)))
                .sorted(Comparator.comparing(CheckedFact::due)
                        .reversed()
                        .thenComparing(
                                each -> each.fact().verifiedOn(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private CheckedFact checked(SupportOrganisation place, Map.Entry<String, Fact> fact, LocalDate today, UUID me) {
        return new CheckedFact(
                place,
                fact.getKey(),
                fact.getValue(),
                review.isOpen(fact.getValue(), today),
                String.valueOf(me).equals(fact.getValue().verifiedBy()));
    }

    /** She has rung or opened it today, and found it so. Throws what {@link SignpostChecks#check} throws. */
    public void check(String place, String fact, String value) {
        checks.check(place, fact, value, caller.actor().id());
        audit.record(caller.actor(), AuditAction.SIGNPOST_CHECKED, "signpost " + place + " " + fact, null);
    }
}
