package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    protected StoredHours() {}

    StoredHours(UUID id, TherapistId therapist, OpenHours hours) {
        this.id = id;
        this.therapistId = therapist.value();
        this.day = (short) hours.day().getValue();
        this.opens = (short) hours.opensMinute();
        this.closes = (short) hours.closesMinute();
    }

    OpenHours hours() {
        return OpenHours.ofMinutes(day, opens, closes);
    }
}
