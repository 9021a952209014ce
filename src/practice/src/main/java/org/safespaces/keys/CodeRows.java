package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.CodeKeys;

/** Codes as they are stored, with what was sealed to them. Asks nobody for permission: its callers have. */
@ApplicationScoped
class CodeRows {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    void add(byte[] lookup, CodeKeys keys, CodePlace place, CodeGiver by) {
        entities.persist(new StoredCode(lookup, keys, place, by, LocalDate.now(clock)));
        entities.flush();
    }

    Optional<StoredCode> of(byte[] lookup) {
        return Optional.ofNullable(entities.find(StoredCode.class, lookup));
    }

    Optional<StoredCode> ofCase(CaseId caseId) {
        return entities.createQuery("select c from StoredCode c where c.caseId = :case", StoredCode.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .findFirst();
    }

    Optional<StoredCode> ofIntake(UUID intakeId) {
        return entities.createQuery("select c from StoredCode c where c.intakeId = :intake", StoredCode.class)
                .setParameter("intake", intakeId)
                .getResultStream()
                .findFirst();
    }

    /** Those whose last day is past. */
    List<StoredCode> over(LocalDate today) {
        return entities.createQuery("select c from StoredCode c where c.expiresOn < :today", StoredCode.class)
                .setParameter("today", today)
                .getResultList();
    }

    /** Takes a code away, and every key that was sealed to it: nothing of it proves anything, since a code signs nothing. */
    void remove(StoredCode code) {
        for (String query : new String[] {
            "delete from CaseGrant g where g.recipientId = :code",
            "delete from StoredIntakeWrap w where w.recipientId = :code"
        }) {
            entities.createQuery(query)
                    .setParameter("code", code.keys().codeId())
                    .executeUpdate();
        }
        entities.remove(code);
        entities.flush();
    }

    void tell(CaseId caseId, CodeChange.Kind kind, Optional<TherapistId> by) {
        CodeChange change = new CodeChange(kind, LocalDate.now(clock), by);
        entities.persist(new StoredCodeChange(Ids.fresh(), caseId, change));
    }

    List<CodeChange> changes(CaseId caseId) {
        return entities.createQuery(
                        "select c from StoredCodeChange c where c.caseId = :case order by c.changedOn, c.id",
                        StoredCodeChange.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(StoredCodeChange::change)
                .toList();
    }
}
