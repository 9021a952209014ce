package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** One line of a therapist's week; a change of hours replaces the lines. */
@Entity
@Table(name = "weekly_hours")
class StoredHours {
    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    private short day;
    private short opens;
    private short closes;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    protected StoredHours() {}

    StoredHours(UUID id, TherapistId therapist, StandingHours standing) {
        OpenHours hours = standing.hours();
        this.id = id;
        this.therapistId = therapist.value();
        this.day = (short) hours.day().getValue();
        this.opens = (short) hours.opensMinute();
        this.closes = (short) hours.closesMinute();
        this.validFrom = standing.from().equals(LocalDate.MIN) ? null : standing.from();
        this.validUntil = standing.until().equals(LocalDate.MAX) ? null : standing.until();
    }

    StandingHours standing() {
        return new StandingHours(
                OpenHours.ofMinutes(day, opens, closes),
                validFrom == null ? LocalDate.MIN : validFrom,
                validUntil == null ? LocalDate.MAX : validUntil);
    }
}
