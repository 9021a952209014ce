package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A time that was offered to somebody who waits. While it is open, the time is held for her. */
@Entity
@Table(name = "waiting_offer")
class StoredOffer {
    /** What became of it. */
    enum Outcome {
        OPEN,
        TAKEN,
        /** She said no, took another time, or nothing in time. */
        PASSED
    }

    @Id
    @Column(name = "appointment_id")
    private UUID appointmentId;

    @Column(name = "entry_id")
    private UUID entryId;

    @Column(name = "starts_at")
    private Instant startsAt;

    private Instant until;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    protected StoredOffer() {}

    StoredOffer(UUID appointmentId, UUID entryId, Instant startsAt, Instant until) {
        this.appointmentId = appointmentId;
        this.entryId = entryId;
        this.startsAt = startsAt;
        this.until = until;
        this.outcome = Outcome.OPEN;
    }

    void turnOut(Outcome as) {
        this.outcome = as;
    }

    boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    UUID appointmentId() {
        return appointmentId;
    }

    UUID entryId() {
        return entryId;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant until() {
        return until;
    }
}
