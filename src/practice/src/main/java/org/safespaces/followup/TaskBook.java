package org.safespaces.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.settings.WorkingHours;

/** The rows of tasks, and what is written down with each step. */
@ApplicationScoped
class TaskBook {
    /** The queue for one subject is not the queue for the keys of a case, which goes by the same number. */
    private static final long QUEUE = 0x666f6c6c6f772d75L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    @Any
    private Instance<Keeper> keepers;

    @Inject
    private PracticeSettings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    Keeper keeper(Subject.Kind kind) {
        return keepers.stream()
                .filter(keeper -> keeper.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A task, held until the transaction ends: of two who take a step at once, the second finds it taken. Throws {@link OutOfTurn}
     * when it is about something else by now.
     */
    StoredFollowUp hold(UUID id, Subject subject) {
        return Optional.ofNullable(entities.find(StoredFollowUp.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(task -> task.subject().equals(subject))
                .orElseThrow(OutOfTurn::new);
    }

    StoredFollowUp find(UUID id) {
        return Optional.ofNullable(entities.find(StoredFollowUp.class, id)).orElseThrow(NoSuchPerson::new);
    }

    /** All that are not closed, in the order they came. */
    List<StoredFollowUp> open() {
        return entities.createQuery(
                        "select f from StoredFollowUp f where f.state <> :closed order by f.arrival",
                        StoredFollowUp.class)
                .setParameter("closed", FollowUpState.CLOSED)
                .getResultList();
    }

    /** All about one thing, closed ones among them, the newest first. */
    List<StoredFollowUp> about(Subject subject) {
        return entities.createQuery(
                        "select f from StoredFollowUp f where f.subjectKind = :kind and f.subjectId = :id"
                                + " order by f.arrival desc",
                        StoredFollowUp.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getResultList();
    }

    /** What a task is about, without holding it: what it is about is held first, so that nobody waits for another in a circle. */
    Subject subject(UUID id) {
        return entities.createQuery(
                        "select f.subjectKind, f.subjectId from StoredFollowUp f where f.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Subject((Subject.Kind) row[0], (UUID) row[1]))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    /** The one that is open about something, held; nobody opens another before the transaction ends. */
    Optional<StoredFollowUp> holdOpen(Subject subject) {
        long name = QUEUE ^ subject.id().getMostSignificantBits() ^ subject.id().getLeastSignificantBits();
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, name)
                .getSingleResult();
        return entities.createQuery(
                        "select f from StoredFollowUp f where f.subjectKind = :kind and f.subjectId = :id"
                                + " and f.state <> :closed",
                        StoredFollowUp.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .setParameter("closed", FollowUpState.CLOSED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    StoredFollowUp add(Subject subject, TherapistId owner) {
        StoredFollowUp task = new StoredFollowUp(Ids.fresh(), subject, owner, due(), now());
        entities.persist(task);
        entities.flush();
        return task;
    }

    /** The clocks of something that comes now. */
    Due due() {
        WorkingHours hours = settings.workingHours();
        return new Due(
                hours.after(now(), settings.acknowledgeWithin()),
                hours.after(now(), settings.escalateAgainAfter()),
                hours.endOfNextDay(now()));
    }

    /** Writes a step down, with the owner there is after it: in the task's history and in the log. */
    void write(StoredFollowUp task, FollowUpStep step, Actor actor, Optional<TherapistId> by) {
        entities.persist(new StoredEvent(Ids.fresh(), task, step, by, now()));
        audit.record(actor, step.recorded(), "follow-up", task.id());
    }

    List<StoredEvent> history(UUID id) {
        return entities.createQuery(
                        "select e from StoredEvent e where e.followUpId = :task order by e.arrival", StoredEvent.class)
                .setParameter("task", id)
                .getResultList();
    }

    /** To whom it goes next: whoever comes after its owner among those who may read what it is about. */
    Optional<TherapistId> next(StoredFollowUp task) {
        return next(task, keeper(task.subject().kind()).readers(task.subject().id()));
    }

    /** The same, of readers who are known. */
    static Optional<TherapistId> next(StoredFollowUp task, List<TherapistId> readers) {
        int owner = readers.indexOf(task.owner());
        return readers.stream().skip(owner + 1L).findFirst();
    }

    /** They go with what they are about; the database takes their history along. */
    void remove(Subject subject) {
        about(subject).forEach(entities::remove);
        entities.flush();
    }

    Instant now() {
        return clock.instant();
    }
}
