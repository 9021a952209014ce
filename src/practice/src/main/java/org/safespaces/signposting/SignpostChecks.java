package org.safespaces.signposting;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps who checked which fact of the places that can help, and when. Who writes here writes the log in the same transaction. */
@Stateless
@RolesAllowed("admin")
public class SignpostChecks {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SupportDirectory directory;

    @Inject
    private Event<SignpostFound> news;

    @Inject
    private Clock clock;

    /** All checks, the oldest first. */
    @PermitAll
    public List<SignpostCheck> all() {
        return entities.createQuery("select c from StoredCheck c order by c.checkedAt, c.id", StoredCheck.class)
                .getResultStream()
                .map(StoredCheck::check)
                .toList();
    }

    /**
     * She has checked it today.
     *
     * @param value as she found it; throws {@link NoSuchFact} when it is another by now, or none
     */
    @TransactionAttribute(MANDATORY)
    public void check(String place, String fact, String value, UUID who) {
        boolean isSaid = directory
                .lookUp(place)
                .map(known -> known.facts().get(fact))
                .filter(known -> known.value().equals(value))
                .isPresent();
        if (!isSaid) {
            throw new NoSuchFact();
        }
        entities.persist(
                new StoredCheck(new SignpostCheck(place, fact, value, LocalDate.now(clock), who), clock.instant()));
        entities.flush();
        news.fire(new SignpostFound(place));
    }
}
