package org.safespaces.notes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/** Requests for copies of a record, and what was handed over, as the tables have them. Asks for nobody's permission. */
@ApplicationScoped
class CopyRows {
    @PersistenceContext
    private EntityManager entities;

    /** The newest first. */
    List<CopyRequest> of(CaseId caseId) {
        Map<UUID, List<CopyRelease>> releases = entities.createQuery(
                        "select r from StoredCopyRelease r where r.requestId in"
                                + " (select q.id from StoredCopyRequest q where q.caseId = :case)"
                                + " order by r.releasedOn desc, r.id",
                        StoredCopyRelease.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .collect(groupingBy(StoredCopyRelease::requestId, mapping(StoredCopyRelease::summary, toList())));
        return entities.createQuery(
                        "select q from StoredCopyRequest q where q.caseId = :case"
                                + " order by q.cameOn desc, q.dueOn desc, q.id",
                        StoredCopyRequest.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(one -> one.summary(releases.getOrDefault(one.id(), List.of())))
                .toList();
    }

    Optional<StoredCopyRequest> open(CaseId caseId) {
        return entities.createQuery(
                        "select q from StoredCopyRequest q where q.caseId = :case and q.endedOn is null",
                        StoredCopyRequest.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .findFirst();
    }

    /** Has one to itself until the transaction ends; throws {@link NoSuchPerson} for one of another case. */
    StoredCopyRequest locked(CaseId caseId, UUID id) {
        return Optional.ofNullable(entities.find(StoredCopyRequest.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.caseId().equals(caseId.value()))
                .orElseThrow(NoSuchPerson::new);
    }

    UUID add(CaseId caseId, LocalDate cameOn, boolean byClient) {
        StoredCopyRequest request = new StoredCopyRequest(Ids.fresh(), caseId, cameOn, byClient);
        entities.persist(request);
        entities.flush();
        return request.id();
    }

    void released(StoredCopyRequest request, CopyRelease release) {
        request.end(CopyRequest.Outcome.RELEASED, release.on());
        entities.persist(new StoredCopyRelease(Ids.fresh(), request.id(), release));
        entities.flush();
    }

    /** Those that wait, of these cases, the soonest first. */
    List<StoredCopyRequest> waiting(List<UUID> cases) {
        return entities.createQuery(
                        "select q from StoredCopyRequest q where q.caseId in :cases and q.endedOn is null"
                                + " order by q.dueOn, q.caseId",
                        StoredCopyRequest.class)
                .setParameter("cases", cases)
                .getResultList();
    }

    void forget(CaseId caseId) {
        entities.createQuery("delete from StoredCopyRelease r where r.requestId in"
                        + " (select q.id from StoredCopyRequest q where q.caseId = :case)")
                .setParameter("case", caseId.value())
                .executeUpdate();
        entities.createQuery("delete from StoredCopyRequest q where q.caseId = :case")
                .setParameter("case", caseId.value())
                .executeUpdate();
    }
}
