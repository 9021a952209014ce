package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** A date's own hours, two stretches at most; a change replaces the row. */
@Entity
@Table(name = "exception_day")
class StoredException {
    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "on_date")
    private LocalDate onDate;

    private Short opens;
    private Short closes;

    @Column(name = "opens_again")
    private Short opensAgain;

    @Column(name = "closes_again")
    private Short closesAgain;

    protected StoredException() {}

    StoredException(UUID id, TherapistId therapist, ExceptionDay day) {
        this.id = id;
        this.therapistId = therapist.value();
        this.onDate = day.date();
        List<OpenHours> hours = day.hours();
        if (!hours.isEmpty()) {
            this.opens = (short) hours.get(0).opensMinute();
            this.closes = (short) hours.get(0).closesMinute();
        }
        if (hours.size() > 1) {
            this.opensAgain = (short) hours.get(1).opensMinute();
            this.closesAgain = (short) hours.get(1).closesMinute();
        }
    }

    ExceptionDay day() {
        int day = onDate.getDayOfWeek().getValue();
        List<OpenHours> hours = new ArrayList<>();
        if (opens != null) {
            hours.add(OpenHours.ofMinutes(day, opens, closes));
        }
        if (opensAgain != null) {
            hours.add(OpenHours.ofMinutes(day, opensAgain, closesAgain));
        }
        return new ExceptionDay(onDate, List.copyOf(hours));
    }
}
