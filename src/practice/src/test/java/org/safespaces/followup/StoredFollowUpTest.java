package org.safespaces.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.settings.WorkingHours;

/** The fixtures MF23 and MF24 of measures.md, section 9: what an answer about safety sets going, and that nothing ends it by itself. */
class StoredFollowUpTest {
    private static final PracticeSettings SETTINGS = new PracticeSettings();
    private static final WorkingHours HOURS = SETTINGS.workingHours();
    private static final TherapistId OWNER = new TherapistId(new UUID(0, 1));
    private static final TherapistId DEPUTY = new TherapistId(new UUID(0, 2));
    private static final TherapistId LEAD = new TherapistId(new UUID(0, 3));

    /** A Friday afternoon, an hour before the practice closes. */
    private static final Instant FRIDAY = at("2026-11-20T16:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HOURS.zone()).toInstant();
    }

    private static Due due(Instant raised) {
        return new Due(
                HOURS.after(raised, SETTINGS.acknowledgeWithin()),
                HOURS.after(raised, SETTINGS.escalateAgainAfter()),
                HOURS.endOfNextDay(raised));
    }

    private static StoredFollowUp raised() {
        return new StoredFollowUp(
                UUID.randomUUID(), Subject.of(new CaseId(new UUID(0, 9))), OWNER, due(FRIDAY), FRIDAY);
    }

    @Test
    void mf23NobodyAcknowledgesItAndItGoesOnInWorkingHoursAndStaysOpen() {
        StoredFollowUp task = raised();
        assertEquals(Optional.of(at("2026-11-23T12:00")), task.escalatesAt(), "one hour on Friday, three on Monday");

        task.escalate(Optional.of(DEPUTY));
        assertEquals(DEPUTY, task.owner());
        assertEquals(Optional.of(at("2026-11-23T16:00")), task.escalatesAt(), "eight hours from its beginning");

        task.escalate(Optional.of(LEAD));
        assertEquals(LEAD, task.owner());
        assertEquals(Optional.empty(), task.escalatesAt(), "it has gone as far as it goes");
        assertEquals(FollowUpState.RAISED, task.state());
        assertTrue(task.isLate(FRIDAY.plus(Duration.ofDays(30))), "still open after 30 days");
    }

    @Test
    void mf24ASecondReasonJoinsTheOpenOneAndBeginsItsClockAnew() {
        StoredFollowUp task = raised();
        task.acknowledge(OWNER, FRIDAY.plusSeconds(60));
        Instant saturday = FRIDAY.plus(Duration.ofDays(1));

        task.raiseAgain(due(saturday), saturday);

        assertEquals(FollowUpState.RAISED, task.state(), "to be acknowledged again");
        assertEquals(Optional.of(at("2026-11-23T13:00")), task.escalatesAt());
        assertEquals(FRIDAY, task.raisedAt(), "it is the same one");
    }

    @Test
    void mf24ItCannotBeClosedBeforeWhatWasDoneIsRecorded() {
        StoredFollowUp task = raised();
        Instant later = FRIDAY.plusSeconds(60);
        assertThrows(OutOfTurn.class, () -> task.close(OWNER, later));
        task.acknowledge(OWNER, later);
        assertThrows(OutOfTurn.class, () -> task.close(OWNER, later));
        assertThrows(NotYourTask.class, () -> task.act(DEPUTY, later));
        task.act(OWNER, later);
        task.close(OWNER, later);
        assertEquals(FollowUpState.CLOSED, task.state());
        assertFalse(task.isLate(FRIDAY.plus(Duration.ofDays(30))));
    }
}
