package org.safespaces.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** A case is offered to a colleague, who takes it over, or does not. */
@Entity
@Table(name = "hand_over")
class HandOver {
    /** Where it stands. */
    enum State {
        /** The colleague holds a key already; the server lets her in only once she accepts. */
        OFFERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "from_id")
    private UUID fromId;

    @Column(name = "to_id")
    private UUID toId;

    @Column(name = "offered_on")
    private LocalDate offeredOn;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    @Column(name = "lock_changed")
    private boolean lockChanged;

    @Version
    private int version;

    protected HandOver() {}

    HandOver(UUID id, CaseId caseId, TherapistId from, TherapistId to, LocalDate today) {
        this.id = id;
        this.caseId = caseId.value();
        this.fromId = from.value();
        this.toId = to.value();
        this.offeredOn = today;
        this.state = State.OFFERED;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    TherapistId from() {
        return new TherapistId(fromId);
    }

    TherapistId to() {
        return new TherapistId(toId);
    }

    LocalDate offeredOn() {
        return offeredOn;
    }

    State state() {
        return state;
    }

    Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    /** Answered once and for all; throws {@link OfferGone} for a second answer. */
    void answer(State answer, LocalDate today) {
        if (state != State.OFFERED) {
            throw new OfferGone();
        }
        this.state = answer;
        this.answeredOn = today;
    }

    /** The key that went with the offer opens nothing any more. */
    void lockIsChanged() {
        this.lockChanged = true;
    }
}
