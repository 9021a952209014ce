package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One therapist's diary: the row that is locked before anything in it changes, and how she fills it. */
@Entity
@Table(name = "diary")
class StoredDiary {
    @Id
    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "grid_minutes")
    private int gridMinutes;

    @Column(name = "day_cap")
    private int dayCap;

    protected StoredDiary() {}

    void divide(StartTimes times) {
        this.gridMinutes = times.everyMinutes();
        this.dayCap = times.mostADay();
    }

    StartTimes startTimes() {
        return new StartTimes(gridMinutes, dayCap);
    }

    Openings openings(ZoneId zone, List<StandingHours> week, List<ExceptionDay> exceptions, List<Span> off) {
        return new Openings(zone, Duration.ofMinutes(gridMinutes), dayCap, week, exceptions, off);
    }
}
