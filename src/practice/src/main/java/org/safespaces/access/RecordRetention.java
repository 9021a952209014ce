package org.safespaces.access;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.settings.PracticeSettings;

/**
 * When records have been kept long enough: those whose therapy has ended, by the day from which they need not be kept any more. Nothing is
 * erased here: a therapist asks for that, a second person decides, and it is taken back within thirty days ({@link Erasure}).
 */
@Stateless
@RolesAllowed("therapist")
public class RecordRetention {
    /** The longest somebody may put off looking again: from eighteen to twenty-five. */
    public static final int MOST_YEARS = 7;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Records of the caller's own whose therapy has ended, the soonest due first. Works with the vault locked. */
    public List<RetentionDue> mine() {
        List<ClientSummary> ended = caller.therapist().map(people::caseload).orElse(List.of()).stream()
                .filter(client -> client.endedOn().isPresent())
                .toList();
        if (ended.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = ended.stream().map(client -> client.id().value()).toList();
        Map<UUID, RetentionSnooze> snoozed = entities.createQuery(
                        "select s from StoredSnooze s where s.caseId in :ids", StoredSnooze.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(StoredSnooze::caseId, StoredSnooze::summary));
        Set<UUID> held = new HashSet<>(
                entities.createQuery("select h.caseId from LegalHold h where h.caseId in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
        Set<UUID> asked = new HashSet<>(entities.createQuery(
                        "select e.caseId from StoredErasure e where e.caseId in :ids and e.state in :open", UUID.class)
                .setParameter("ids", ids)
                .setParameter("open", ErasureState.TO_COME)
                .getResultList());
        return ended.stream()
                .map(client -> new RetentionDue(
                        client,
                        client.endedOn().orElseThrow(),
                        client.endedOn().orElseThrow().plus(settings.recordRetention()),
                        Optional.ofNullable(snoozed.get(client.id().value())),
                        held.contains(client.id().value()),
                        asked.contains(client.id().value())))
                .sorted(Comparator.comparing(RetentionDue::dueOn)
                        .thenComparing(each -> each.client().designation()))
                .toList();
    }

    /** The same of one case of the caller's own; empty while therapy has not ended. */
    public Optional<RetentionDue> of(CaseId caseId) {
        access.owner(caseId);
        return mine().stream().filter(each -> each.client().id().equals(caseId)).findFirst();
    }

    /**
     * Keeps a record of the caller's own longer: until that day nobody has to look at it.
     *
     * @throws NoSuchPerson for a day that is not ahead, or too far
     */
    public void snooze(CaseId caseId, RetentionSnooze snooze) {
        people.hold(caseId);
        TherapistId me = access.owner(caseId);
        LocalDate today = LocalDate.now(clock);
        if (!snooze.until().isAfter(today) || snooze.until().isAfter(today.plusYears(MOST_YEARS))) {
            throw new NoSuchPerson();
        }
        entities.merge(new StoredSnooze(caseId, snooze, me, today));
        audit.record(caller.actor(), AuditAction.RETENTION_SNOOZED, "case", caseId.value());
    }

    /** How many records of the practice stand where. */
    @RolesAllowed("admin")
    public RetentionTally tally() {
        LocalDate today = LocalDate.now(clock);
        LocalDate endedBy = today.minus(settings.recordRetention());
        return new RetentionTally(
                count(
                        "select count(*) from case_record r where r.state = 'ENDED' and r.ended_on <= ?1"
                                + " and not exists (select 1 from legal_hold h where h.case_id = r.id)"
                                + " and not exists (select 1 from retention_snooze s where s.case_id = r.id and s.until > ?2)"
                                + " and not exists (select 1 from erasure e where e.case_id = r.id and e.state in ('ASKED', 'APPROVED'))",
                        endedBy,
                        today),
                count("select count(*) from retention_snooze s where s.until > ?1", today),
                count("select count(*) from legal_hold"),
                count("select count(*) from erasure e where e.state = 'APPROVED'"));
    }

    private long count(String query, Object... values) {
        var asked = entities.createNativeQuery(query);
        for (int at = 0; at < values.length; at++) {
            asked.setParameter(at + 1, values[at]);
        }
        return ((Number) asked.getSingleResult()).longValue();
    }
}
