package org.safespaces.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reader who can be written to for one hour a day, from 18:00. */
class MomentTest {
    private static final Instant EVENING = Instant.parse("2027-03-08T18:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Addressee READER = new AtSix();

    @Test
    void aLetterWaitsForTheNextSafeMoment() {
        assertEquals(Optional.of(EVENING), at(EVENING.minusSeconds(3600), Optional.empty(), A_DAY));
        assertEquals(Optional.of(EVENING), at(EVENING, Optional.empty(), A_DAY));
        assertEquals(
                Optional.of(EVENING.plus(A_DAY)),
                at(EVENING.plusSeconds(3600), Optional.empty(), A_DAY.multipliedBy(2)));
    }

    @Test
    void aLetterThatWouldComeTooLateDoesNotGo() {
        assertEquals(Optional.empty(), at(EVENING.minusSeconds(3600), Optional.empty(), Duration.ofMinutes(59)));
    }

    @Test
    void aReminderGoesAtTheLastSafeMomentBefore() {
        Instant aim = EVENING.plus(A_DAY).minusSeconds(3600);
        assertEquals(Optional.of(EVENING.plusSeconds(2700)), at(EVENING.minusSeconds(60), Optional.of(aim), A_DAY));
        assertEquals(
                Optional.of(EVENING.plus(A_DAY)),
                at(EVENING.plusSeconds(3600), Optional.of(aim), A_DAY),
                "that was missed: it goes at the next one while it says something still");
        assertEquals(Optional.empty(), at(EVENING.plusSeconds(3600), Optional.of(aim), Duration.ofHours(1)));
    }

    @Test
    void whetherAReminderFindsAMomentCanBeToldBefore() {
        Instant aim = EVENING.plus(Duration.ofDays(10)).minusSeconds(3600);
        assertTrue(Moment.isThereFor(Letter.FIRST_REMINDER, READER, EVENING, aim, aim));
        assertFalse(
                Moment.isThereFor(Letter.FIRST_REMINDER, new Sometimes(), EVENING, aim, aim.plus(Duration.ofHours(1))),
                "only days before");
    }

    private static Optional<Instant> at(Instant now, Optional<Instant> aim, Duration life) {
        return Moment.of(READER, now, aim, now.plus(life));
    }

    private static class AtSix implements Addressee {
        @Override
        public String address() {
            return "her@example.org";
        }

        @Override
        public boolean wants(Letter letter) {
            return true;
        }

        @Override
        public Optional<Instant> next(Instant then) {
            long days = Math.floorDiv(then.getEpochSecond() - EVENING.getEpochSecond(), 86_400);
            Instant today = EVENING.plus(A_DAY.multipliedBy(days));
            return Optional.of(then.isBefore(today.plusSeconds(3600)) ? then : today.plus(A_DAY));
        }

        @Override
        public Optional<Instant> last(Instant then) {
            long days = Math.floorDiv(then.getEpochSecond() - EVENING.getEpochSecond(), 86_400);
            Instant today = EVENING.plus(A_DAY.multipliedBy(days));
            return Optional.of(then.isBefore(today.plusSeconds(3600)) ? then : today.plusSeconds(2700));
        }

        @Override
        public Optional<Instant> spent(Duration time, Instant then) {
            return Optional.of(then.plus(time));
        }

        @Override
        public Optional<ZoneId> timesToldIn() {
            return Optional.empty();
        }
    }

    /** Nothing is safe but one moment long ago. */
    private static final class Sometimes extends AtSix {
        @Override
        public Optional<Instant> next(Instant then) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> last(Instant then) {
            return Optional.of(EVENING);
        }
    }
}
