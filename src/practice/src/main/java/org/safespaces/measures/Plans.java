package org.safespaces.measures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safespaces.people.CaseErased;
import org.safespaces.people.CaseId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.ServerSeal;

/** What has been agreed on about measures, one plan a case. Asks for nobody's permission. */
@ApplicationScoped
class Plans {
    private static final Column PLAN = new Column("measure_plan", "sealed");

    /** The queue for a plan is not the queue for the keys of a case, which goes by the same number. */
    private static final long QUEUE = 0x6d656173757265L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    MeasurePlan of(CaseId caseId) {
        return Optional.ofNullable(entities.find(StoredPlan.class, caseId.value()))
                .map(stored -> opened(stored, caseId))
                .orElse(MeasurePlan.NONE);
    }

    /** Nobody else changes the plan of a case until the transaction ends. */
    void hold(CaseId caseId) {
        long name =
                QUEUE ^ caseId.value().getMostSignificantBits() ^ caseId.value().getLeastSignificantBits();
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Of two who change it at once, the second changes what the first has left. */
    void change(CaseId caseId, UnaryOperator<MeasurePlan> change) {
        hold(caseId);
        StoredPlan stored = entities.find(StoredPlan.class, caseId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            entities.persist(new StoredPlan(caseId, closed(change.apply(MeasurePlan.NONE), caseId)));
        } else {
            entities.refresh(stored);
            stored.replace(closed(change.apply(opened(stored, caseId)), caseId));
        }
        entities.flush();
    }

    /** All cases with a plan. */
    List<CaseId> all() {
        return entities.createQuery("select p.caseId from StoredPlan p order by p.caseId", UUID.class)
                .getResultStream()
                .map(CaseId::new)
                .toList();
    }

    void forget(@Observes CaseErased erased) {
        entities.createQuery("delete from StoredPlan p where p.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
    }

    private SealedText closed(MeasurePlan plan, CaseId caseId) {
        try (ClearText text = plan.written()) {
            return serverSeal.seal(text, PLAN, caseId.value());
        }
    }

    private MeasurePlan opened(StoredPlan stored, CaseId caseId) {
        try (ClearText text = serverSeal.open(stored.plan(), PLAN, caseId.value())) {
            return MeasurePlan.read(text);
        }
    }
}
