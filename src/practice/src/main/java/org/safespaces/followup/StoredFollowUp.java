package org.safespaces.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** A task: it has one owner at any time, and takes its steps in one order. */
@Entity
@Table(name = "follow_up")
class StoredFollowUp {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject")
    private Subject.Kind subjectKind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private FollowUpState state;

    private Instant since;

    /** The order they came in: nothing else orders them. */
    @Column(insertable = false, updatable = false)
    private Long arrival;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "escalates_at")
    private Instant escalatesAt;

    @Column(name = "escalates_again_at")
    private Instant escalatesAgainAt;

    @Column(name = "act_by")
    private Instant actBy;

    @Version
    private int version;

    protected StoredFollowUp() {}

    StoredFollowUp(UUID id, Subject subject, TherapistId owner, Due due, Instant now) {
        this.id = id;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.ownerId = owner.value();
        this.raisedAt = now;
        begin(due, now);
    }

    private void begin(Due due, Instant now) {
        come(FollowUpState.RAISED, now);
        escalatesAt = due.escalates();
        escalatesAgainAt = due.escalatesAgain();
        actBy = due.act();
    }

    private void come(FollowUpState to, Instant now) {
        state = to;
        since = now;
        escalatesAt = null;
        escalatesAgainAt = null;
    }

    /** Something more has come: it has to be acknowledged again. Throws {@link OutOfTurn} when it is closed. */
    void raiseAgain(Due due, Instant now) {
        if (state == FollowUpState.CLOSED) {
            throw new OutOfTurn();
        }
        begin(due, now);
    }

    /** Its owner has it. */
    void acknowledge(TherapistId by, Instant now) {
        demand(by, FollowUpState.RAISED);
        come(FollowUpState.ACKNOWLEDGED, now);
    }

    /** Its owner has done something about it. */
    void act(TherapistId by, Instant now) {
        demand(by, FollowUpState.ACKNOWLEDGED);
        come(FollowUpState.ACTED, now);
    }

    /** Its owner ends it. */
    void close(TherapistId by, Instant now) {
        demand(by, FollowUpState.ACTED);
        come(FollowUpState.CLOSED, now);
    }

    private void demand(TherapistId owner, FollowUpState before) {
        if (!isOwnedBy(owner)) {
            throw new NotYourTask();
        }
        if (state != before) {
            throw new OutOfTurn();
        }
    }

    /**
     * A reader makes it hers, and with that has it: one that was not acknowledged is now. Throws {@link NotYourTask} when it is not
     * with whom she thought, and {@link OutOfTurn} when it is closed.
     */
    void takeOver(TherapistId from, TherapistId by, Instant now) {
        if (state == FollowUpState.CLOSED) {
            throw new OutOfTurn();
        }
        if (!isOwnedBy(from) || isOwnedBy(by)) {
            throw new NotYourTask();
        }
        ownerId = by.value();
        if (state == FollowUpState.RAISED) {
            come(FollowUpState.ACKNOWLEDGED, now);
        }
    }

    /** The time is over: it goes to the next, or stays where it is if there is nobody, and waits for the time after that. */
    void escalate(Optional<TherapistId> next) {
        escalatesAt = escalatesAgainAt;
        escalatesAgainAt = null;
        next.ifPresent(one -> ownerId = one.value());
    }

    /** It follows what it is about. */
    void handOn(Subject to, TherapistId owner) {
        subjectKind = to.kind();
        subjectId = to.id();
        ownerId = owner.value();
    }

    boolean isOwnedBy(TherapistId therapist) {
        return ownerId.equals(therapist.value());
    }

    boolean isLate(Instant now) {
        return (state == FollowUpState.RAISED || state == FollowUpState.ACKNOWLEDGED) && now.isAfter(actBy);
    }

    UUID id() {
        return id;
    }

    Subject subject() {
        return new Subject(subjectKind, subjectId);
    }

    TherapistId owner() {
        return new TherapistId(ownerId);
    }

    FollowUpState state() {
        return state;
    }

    Instant since() {
        return since;
    }

    Long arrival() {
        return arrival;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Optional<Instant> escalatesAt() {
        return Optional.ofNullable(escalatesAt);
    }

    Instant actBy() {
        return actBy;
    }
}
