package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.safespaces.people.TherapistSummary;

/** Appointments made together. A part that is moved away from the others becomes a series of its own. */
@Entity
@Table(name = "series")
class StoredSeries {
    private static final int SECONDS_A_MINUTE = 60;

    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "every_weeks")
    private short everyWeeks;

    @Column(name = "wall_minute")
    private short wallMinute;

    private String zone;

    @Column(name = "made_at")
    private Instant madeAt;

    protected StoredSeries() {}

    StoredSeries(UUID id, TherapistSummary therapist, int everyWeeks, LocalTime time, Instant madeAt) {
        this.id = id;
        this.therapistId = therapist.id().value();
        this.everyWeeks = (short) everyWeeks;
        this.wallMinute = (short) (time.toSecondOfDay() / SECONDS_A_MINUTE);
        this.zone = therapist.zone().getId();
        this.madeAt = madeAt;
    }

    /** The rest of it, at another time of day. */
    StoredSeries split(UUID fresh, TherapistSummary therapist, LocalTime time, Instant now) {
        return new StoredSeries(fresh, therapist, everyWeeks, time, now);
    }
}
