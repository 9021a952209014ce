package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.access.Cases;
import org.safespaces.people.ClientSummary;
import org.safespaces.scheduling.AlreadyBegun;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.BookingRound;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.TooLateToMove;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** What time does to a booking: holds that end, requests that nobody answers, and what it costs to give a time back. */
@InTheServer
class BookingOverTimeIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration A_HOLD = Duration.ofMinutes(10);
    private static final Duration THE_WINDOW = Duration.ofHours(48);
    private static final Duration THE_NOTICE = Duration.ofHours(24);

    @Inject
    private AsRowan rowan;

    @Inject
    private AsLinen linen;

    @Inject
    private AsReed reed;

    @Inject
    private Cases cases;

    @Inject
    private Booking booking;

    @Inject
    private Requests requests;

    @Inject
    private BookingRound round;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private Set<String> before;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @BeforeEach
    void reedJoins() {
        ClientSummary free = as(rowan, () -> cases.mine()).stream()
                .filter(each -> !each.joined())
                .findFirst()
                .orElseThrow();
        rows.change(
                "INSERT INTO client (case_id, account_tag, joined_on) VALUES (?, ?, ?)",
                free.id().value(),
                reedsTag(),
                LocalDate.now(clock));
        before = Set.copyOf(appointments());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        appointments().stream().filter(id -> !before.contains(id)).forEach(id -> {
            rows.change("DELETE FROM booking_request WHERE appointment_id = ?::uuid", id);
            rows.change("DELETE FROM appointment WHERE id = ?::uuid", id);
        });
        rows.change("DELETE FROM client WHERE account_tag = ?", (Object) reedsTag());
    }

    private List<String> appointments() {
        return rows.ofPractice("SELECT id::text FROM appointment");
    }

    private byte[] reedsTag() {
        return serverSeal.tag(new Column("client", "account_tag"), Somebody.REED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aHoldThatIsOverIsFreeBeforeAnyRoundHasEndedIt() {
        AppointmentSummary held = held(linen);
        MovableClock.pass(A_HOLD);
        assertEquals("HELD", statusOf(held));
        assertTrue(times(reed).contains(held.start()));

        as(reed, () -> booking.hold(kind(), held.start()));

        assertEquals("EXPIRED", statusOf(held));
    }

    @Test
    void aHoldLastsItsTenMinutes() {
        AppointmentSummary held = held(linen);
        MovableClock.pass(A_HOLD.minusSeconds(20));
        assertThrows(SlotTaken.class, () -> as(reed, () -> booking.hold(kind(), held.start())));
    }

    @Test
    void theRoundEndsWhatWasHeldTooLongAndAtNightItIsForgotten() {
        AppointmentSummary held = held(linen);
        round.round();
        assertEquals("HELD", statusOf(held));
        MovableClock.pass(A_HOLD);

        round.round();

        assertEquals("EXPIRED", statusOf(held));
        assertEquals(
                0, rows.committed("audit_event WHERE object_ref = ?", held.id()), "a look at a time is no act to keep");
    }

    @Test
    void aHoldThatIsOverIsTriedAfresh() {
        AppointmentSummary held = held(linen);
        MovableClock.pass(A_HOLD);
        round.round();

        AppointmentSummary booked = as(linen, () -> booking.book(held.id(), kind(), held.start()));

        assertEquals(held.id(), booked.id());
        assertEquals(AppointmentStatus.REQUESTED, booked.status());
    }

    @Test
    void aHoldThatIsOverAndTakenMeanwhileIsTaken() {
        AppointmentSummary held = held(linen);
        MovableClock.pass(A_HOLD);
        as(reed, () -> booking.hold(kind(), held.start()));

        assertThrows(SlotTaken.class, () -> as(linen, () -> booking.book(held.id(), kind(), held.start())));
        assertEquals(0, rows.committed("booking_request WHERE idem_key = ?", held.id()));
    }

    @Test
    void aRequestThatNobodyAnswersIsOverWhenTheNoticeBegins() {
        AppointmentSummary asked = asked(linen);
        assertEquals(asked.start().minus(THE_NOTICE), asked.answerBy().orElseThrow());
        passUntil(asked.start().minus(THE_NOTICE).minusSeconds(60));
        round.round();
        assertEquals("REQUESTED", statusOf(asked));

        MovableClock.pass(Duration.ofSeconds(60));
        round.round();
        round.round();

        assertEquals("EXPIRED", statusOf(asked));
        assertEquals(1, recorded("APPOINTMENT_EXPIRED", asked));
        assertThrows(WrongStatus.class, () -> as(rowan, () -> requests.approve(asked.id())));
        assertEquals(
                AppointmentStatus.EXPIRED,
                as(linen, () -> booking.book(asked.id(), kind(), asked.start())).status(),
                "the same key, the same booking, as it stands now");
    }

    @Test
    void untilTheMomentSheWasToldItCostsNothing() {
        AppointmentSummary hers = agreed(linen);
        assertEquals(hers.start().minus(THE_WINDOW), hers.freeUntil());
        passUntil(hers.freeUntil().minusSeconds(30));
        assertTrue(one(hers).movable());

        AppointmentSummary given = as(linen, () -> booking.cancel(hers.id(), CancelReason.TECHNICAL));

        assertEquals(AppointmentStatus.CANCELLED, given.status());
        assertFalse(given.charged());
    }

    @Test
    void afterItItIsLateAndOnlyHerTherapistCanMoveIt() {
        AppointmentSummary hers = agreed(linen);
        passUntil(hers.freeUntil().plusSeconds(1));
        assertFalse(one(hers).movable());
        Instant other = times(linen).get(3);
        assertThrows(TooLateToMove.class, () -> as(linen, () -> booking.move(hers.id(), other, UUID.randomUUID())));

        AppointmentSummary given = as(linen, () -> booking.cancel(hers.id(), CancelReason.WORK_OR_FAMILY));

        assertEquals(AppointmentStatus.LATE_CANCELLED, given.status());
        assertTrue(given.charged());
    }

    @Test
    void whoeverCannotSafelyComePaysNothingAtAnyHour() {
        AppointmentSummary hers = agreed(linen);
        passUntil(hers.start().minusSeconds(60));

        AppointmentSummary given = as(linen, () -> booking.cancel(hers.id(), CancelReason.UNSAFE));

        assertEquals(AppointmentStatus.LATE_CANCELLED, given.status());
        assertFalse(given.charged());
        assertEquals(1, recorded("APPOINTMENT_CANCELLED", hers));
    }

    @Test
    void whatWasPromisedStandsAlthoughTheKindOfSessionChanges() {
        AppointmentSummary hers = agreed(linen);
        rows.change("UPDATE session_type SET cancellation_hours = 96");
        try {
            passUntil(hers.start().minus(Duration.ofHours(72)));
            assertEquals(
                    AppointmentStatus.CANCELLED,
                    as(linen, () -> booking.cancel(hers.id(), CancelReason.OTHER))
                            .status());
        } finally {
            rows.change("UPDATE session_type SET cancellation_hours = 48");
        }
    }

    @Test
    void whatHasBegunIsNotCancelled() {
        AppointmentSummary hers = agreed(linen);
        passUntil(hers.start());
        assertThrows(AlreadyBegun.class, () -> as(linen, () -> booking.cancel(hers.id(), CancelReason.UNWELL)));
    }

    private AppointmentSummary held(Somebody client) {
        Instant start = times(client).get(0);
        return as(client, () -> booking.hold(kind(), start));
    }

    private AppointmentSummary asked(Somebody client) {
        AppointmentSummary held = held(client);
        return as(client, () -> booking.book(held.id(), kind(), held.start()));
    }

    private AppointmentSummary agreed(Somebody client) {
        AppointmentSummary asked = asked(client);
        as(rowan, () -> requests.approve(asked.id()));
        return as(client, () -> booking.one(asked.id()));
    }

    private AppointmentSummary one(AppointmentSummary hers) {
        return as(linen, () -> booking.one(hers.id()));
    }

    private void passUntil(Instant then) {
        MovableClock.pass(Duration.between(clock.instant(), then));
    }

    private UUID kind() {
        return as(linen, () -> booking.kinds()).get(0).id();
    }

    private String statusOf(AppointmentSummary one) {
        return rows.ofPractice("SELECT status FROM appointment WHERE id = ?", one.id())
                .get(0);
    }

    private long recorded(String action, AppointmentSummary one) {
        return rows.committed("audit_event WHERE action = ? AND object_ref = ?", action, one.id());
    }

    private List<Instant> times(Somebody client) {
        LocalDate soon = LocalDate.now(clock).plusDays(5);
        List<Instant> free = as(client, () -> booking.freeTimes(kind(), soon, 21, LONDON)).days().stream()
                .flatMap(day -> day.times().stream())
                .map(slot -> slot.start())
                .toList();
        assertTrue(free.size() > 10, "the therapist has hours");
        return free;
    }
}
