package org.safespaces.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One act of sending, so that the same one never counts twice. */
@Entity
@Table(name = "intake_sending")
class IntakeSending {
    @Id
    @Column(name = "sending_id")
    private UUID sendingId;

    @Column(name = "intake_id")
    private UUID intakeId;

    @Column(name = "sent_on")
    private LocalDate sentOn;

    protected IntakeSending() {}

    IntakeSending(UUID sendingId, UUID intakeId, LocalDate sentOn) {
        this.sendingId = sendingId;
        this.intakeId = intakeId;
        this.sentOn = sentOn;
    }

    UUID intakeId() {
        return intakeId;
    }

    LocalDate sentOn() {
        return sentOn;
    }

    UUID sendingId() {
        return sendingId;
    }
}
