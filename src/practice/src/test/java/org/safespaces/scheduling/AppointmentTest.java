package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.SealedText;

class AppointmentTest {
    private static final Instant START = Instant.parse("2027-03-29T09:00:00Z");
    private static final TherapistSummary THERAPIST =
            new TherapistSummary(new TherapistId(UUID.randomUUID()), "Tall Rowan", ZoneId.of("Europe/London"));

    private final Appointment appointment = new Appointment(
            UUID.randomUUID(), THERAPIST, new SealedText(new byte[64]), new byte[32], new FiftyMinutes(), START);

    /** As the migration brings it, with a break before as well. */
    private static final class FiftyMinutes extends SessionType {
        @Override
        UUID id() {
            return THERAPY;
        }

        @Override
        Terms terms() {
            return new Terms(
                    Duration.ofMinutes(50), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(24), 90, 4);
        }
    }

    @Test
    void itsEndAndItsBreaksFollowFromItsType() {
        assertEquals(new Span(START, START.plus(Duration.ofMinutes(50))), appointment.during());
        assertEquals(
                new Span(START.minus(Duration.ofMinutes(5)), START.plus(Duration.ofMinutes(60))),
                appointment.session().blocked());
    }

    @Test
    void cancellingGivesTheTimeBackOnce() {
        assertTrue(appointment.cancel(START.minusSeconds(1)));
        assertEquals(AppointmentStatus.CANCELLED, appointment.status());
        assertFalse(appointment.cancel(START.minusSeconds(1)));
    }

    @Test
    void whatHasBegunCannotBeCancelled() {
        assertThrows(AlreadyBegun.class, () -> appointment.cancel(START));
        assertEquals(AppointmentStatus.CONFIRMED, appointment.status());
    }

    @Test
    void whatWasCancelledStaysSoAfterItsTime() {
        assertTrue(appointment.cancel(START.minusSeconds(1)));
        assertFalse(appointment.cancel(START.plusSeconds(1)));
    }
}
