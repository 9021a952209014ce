package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** Leave, or blocked time. */
@Entity
@Table(name = "time_off")
class StoredTimeOff {
    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Enumerated(EnumType.STRING)
    private TimeOff.Kind kind;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected StoredTimeOff() {}

    StoredTimeOff(TherapistId therapist, TimeOff off) {
        this.id = off.id();
        this.therapistId = therapist.value();
        this.kind = off.kind();
        this.startsAt = off.from();
        this.endsAt = off.until();
    }

    TimeOff off() {
        return new TimeOff(id, kind, startsAt, endsAt);
    }
}
