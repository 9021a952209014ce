package org.safespaces.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.scheduling.AgreedSession;
import org.safespaces.vault.ClearText;

/** When a form is open, by what was agreed (measures.md 8), and that an agreement survives being written down. */
class DueTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 12);

    private static Asking asking(Rhythm rhythm, int weeks, LocalDate until) {
        return Asking.begun(UUID.randomUUID(), "PHQ9", rhythm, weeks, FIRST, Optional.ofNullable(until));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private static Optional<Due> due(Asking asking, String now, AgreedSession... sessions) {
        return Due.of(asking, List.of(sessions), at(now), LONDON);
    }

    @Test
    void onceItIsOpenFromItsFirstDayUntilItComesBack() {
        Asking once = asking(Rhythm.ONCE, 0, null);
        assertEquals(Optional.empty(), due(once, "2026-10-11T23:59"));
        assertEquals(
                at("2026-10-12T00:00"),
                due(once, "2026-10-12T00:00").orElseThrow().opens());
        assertEquals(
                Optional.empty(), due(once, "2027-10-12T00:00").orElseThrow().closes());
    }

    @Test
    void everyTwoWeeksItOpensOnTheSameWeekdayOnBothSidesOfAChangeOfTheClocks() {
        Asking every = asking(Rhythm.EVERY_FEW_WEEKS, 2, null);
        Due first = due(every, "2026-10-25T23:59").orElseThrow();
        Due second = due(every, "2026-10-26T00:00").orElseThrow();
        assertEquals("0", first.occurrence());
        assertEquals(Optional.of(at("2026-10-26T00:00")), first.closes(), "the clocks went back on the 25th");
        assertEquals("1", second.occurrence());
        assertEquals(at("2026-10-26T00:00"), second.opens());
    }

    @Test
    void afterItsLastDayItIsAskedNoMore() {
        Asking every = asking(Rhythm.EVERY_FEW_WEEKS, 4, LocalDate.of(2026, 10, 20));
        assertEquals(
                Optional.of(at("2026-10-21T00:00")),
                due(every, "2026-10-20T23:59").orElseThrow().closes());
        assertEquals(Optional.empty(), due(every, "2026-10-21T00:00"));
    }

    @Test
    void beforeASessionItOpensFortyEightHoursAheadAndClosesWhenThatBegins() {
        Asking before = asking(Rhythm.BEFORE_EACH_SESSION, 0, null);
        AgreedSession session = new AgreedSession(UUID.randomUUID(), at("2026-11-20T10:00"));
        assertEquals(Optional.empty(), due(before, "2026-11-18T09:59", session));
        Due open = due(before, "2026-11-18T10:00", session).orElseThrow();
        assertEquals(Optional.of(session.start()), open.closes());
        assertEquals(Optional.empty(), due(before, "2026-11-20T10:00", session), "it has begun");
        assertEquals(Optional.empty(), due(before, "2026-11-19T10:00"), "cancelled: withdrawn with it");
    }

    @Test
    void aSessionThatIsMovedTakesItsFormAlongAndAnotherHasItsOwn() {
        Asking before = asking(Rhythm.BEFORE_EACH_SESSION, 0, null);
        UUID id = UUID.randomUUID();
        AgreedSession session = new AgreedSession(id, at("2026-11-20T10:00"));
        AgreedSession moved = new AgreedSession(id, session.start().plus(Duration.ofHours(5)));
        AgreedSession another = new AgreedSession(UUID.randomUUID(), session.start());
        String first = due(before, "2026-11-19T10:00", session).orElseThrow().occurrence();
        assertEquals(first, due(before, "2026-11-19T10:00", moved).orElseThrow().occurrence());
        assertNotEquals(
                first, due(before, "2026-11-19T10:00", another).orElseThrow().occurrence());
    }

    @Test
    void whatSheHasStoppedIsNotAsked() {
        Asking stopped = asking(Rhythm.ONCE, 0, null).stopped(FIRST);
        assertEquals(Optional.empty(), due(stopped, "2026-10-13T10:00"));
    }

    @Test
    void anAgreementIsReadAsItWasWritten() {
        Asking asking = asking(Rhythm.EVERY_FEW_WEEKS, 3, LocalDate.of(2027, 1, 31))
                .declining(UUID.randomUUID(), FIRST)
                .telling(UUID.randomUUID());
        MeasurePlan plan =
                MeasurePlan.NONE.with(asking).with(asking(Rhythm.ONCE, 0, null).stopped(FIRST));
        try (ClearText text = plan.written()) {
            assertEquals(plan, MeasurePlan.read(text));
        }
    }

    @Test
    void aMeasureIsAgreedOnOnceAtATime() {
        MeasurePlan plan =
                MeasurePlan.NONE.with(asking(Rhythm.ONCE, 0, null)).with(asking(Rhythm.EVERY_FEW_WEEKS, 2, null));
        assertEquals(1, plan.askings().size());
        assertEquals(Rhythm.EVERY_FEW_WEEKS, plan.of("PHQ9").orElseThrow().rhythm());
    }
}
