package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.Somebody.Outcome;
import org.safespaces.access.Cases;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.RequestChanged;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Many people reach for one time. */
@InTheServer
class BookingIT {
    private static final int PEOPLE = 30;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

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
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private Set<String> before;
    private String grid;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    /** A second client of the same therapist: her sign-in is tied to a case that nobody has joined. */
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
        grid = rows.ofPractice("SELECT max(grid_minutes) FROM diary").get(0);
    }

    /** The next test, and whoever uses this stack after it, finds the diary as it was. */
    @AfterEach
    void nothingIsLeftBehind() {
        appointments().stream().filter(id -> !before.contains(id)).forEach(id -> {
            rows.change("DELETE FROM booking_request WHERE appointment_id = ?::uuid", id);
            rows.change("DELETE FROM appointment WHERE id = ?::uuid", id);
        });
        rows.change("DELETE FROM client WHERE account_tag = ?", (Object) reedsTag());
        rows.change("UPDATE diary SET day_cap = 6, grid_minutes = ?::int", grid);
        rows.change("UPDATE session_type SET offered = true, booked_by = 'CLIENT'");
    }

    private List<String> appointments() {
        return rows.ofPractice("SELECT id::text FROM appointment");
    }

    private byte[] reedsTag() {
        return serverSeal.tag(new Column("client", "account_tag"), Somebody.REED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofThirtyWhoReachForOneTimeOneGetsIt() throws Exception {
        Instant wanted = freeTime();

        List<Outcome<AppointmentSummary>> outcomes =
                atOnce(PEOPLE, i -> (i % 2 == 0 ? linen : reed).tries(() -> booking.hold(kind(), wanted)));

        assertEquals(
                1,
                outcomes.stream()
                        .filter(each -> each.failure() == null)
                        .map(each -> each.value().id())
                        .distinct()
                        .count());
        outcomes.stream()
                .filter(each -> each.failure() != null)
                .forEach(each -> assertInstanceOf(SlotTaken.class, each.failure()));
        assertEquals(
                PEOPLE / 2,
                outcomes.stream().filter(each -> each.failure() != null).count());
        assertEquals(1, liveAt(wanted));
    }

    @Test
    void whatIsHeldIsNobodyElsesAndHoldingAnotherTimeGivesItUp() {
        Instant first = freeTimes().get(0);
        Instant far = lastFree();
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), first));
        assertEquals(AppointmentStatus.HELD, held.status());
        assertEquals(held.id(), as(linen, () -> booking.hold(kind(), first)).id());
        assertThrows(SlotTaken.class, () -> as(reed, () -> booking.hold(kind(), first)));
        assertTrue(freeTimes().contains(first), "for herself it is still to choose");
        assertTrue(as(linen, () -> booking.mine()).stream()
                .noneMatch(each -> each.id().equals(held.id())));

        as(linen, () -> booking.hold(kind(), far));

        assertEquals("EXPIRED", statusOf(held));
        as(reed, () -> booking.hold(kind(), first));
    }

    @Test
    void aTimeThatIsTakenMeanwhileLeavesHerWhatSheHolds() {
        Instant first = freeTimes().get(0);
        Instant far = lastFree();
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), first));
        as(reed, () -> booking.hold(kind(), far));

        assertThrows(SlotTaken.class, () -> as(linen, () -> booking.hold(kind(), far)));

        assertEquals("HELD", statusOf(held));
    }

    @Test
    void aFirstSessionIsAskedForAndTheNextIsBookedAtOnce() {
        Instant first = freeTimes().get(0);
        AppointmentSummary asked = booked(linen, first);
        assertEquals(AppointmentStatus.REQUESTED, asked.status());
        assertThrows(SlotTaken.class, () -> as(reed, () -> booking.hold(kind(), first)));
        assertTrue(as(rowan, () -> requests.waiting()).stream()
                .anyMatch(each -> each.id().equals(asked.id())));

        as(rowan, () -> requests.approve(asked.id()));
        as(rowan, () -> requests.approve(asked.id()));

        assertEquals(
                AppointmentStatus.CONFIRMED,
                as(linen, () -> booking.one(asked.id())).status());
        assertEquals(AppointmentStatus.CONFIRMED, booked(linen, lastFree()).status());
        assertEquals(1, recorded("APPOINTMENT_REQUESTED", asked));
        assertEquals(1, recorded("APPOINTMENT_APPROVED", asked));
        assertEquals(0, recorded("APPOINTMENT_BOOKED", asked));
    }

    @Test
    void whatTheTherapistDeclinesIsFreeAgain() {
        Instant first = freeTimes().get(0);
        AppointmentSummary asked = booked(linen, first);

        as(rowan, () -> requests.decline(asked.id()));
        as(rowan, () -> requests.decline(asked.id()));

        assertEquals(
                AppointmentStatus.EXPIRED,
                as(linen, () -> booking.one(asked.id())).status());
        assertThrows(WrongStatus.class, () -> as(rowan, () -> requests.approve(asked.id())));
        as(reed, () -> booking.hold(kind(), first));
        assertEquals(1, recorded("APPOINTMENT_DECLINED", asked));
    }

    @Test
    void nobodyAnswersForAColleague() {
        AppointmentSummary asked = booked(linen, freeTime());

        assertThrows(NoSuchPerson.class, () -> as(alder, () -> requests.approve(asked.id())));

        assertEquals("REQUESTED", statusOf(asked));
        assertEquals(1, rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", asked.id()));
    }

    @Test
    void theSameBookingSentAgainIsTheSameBooking() {
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), freeTime()));

        AppointmentSummary first = as(linen, () -> booking.book(held.id(), kind(), held.start()));
        AppointmentSummary again = as(linen, () -> booking.book(held.id(), kind(), held.start()));

        assertEquals(first.id(), again.id());
        assertEquals(first.status(), again.status());
        assertEquals(1, liveAt(held.start()));
        assertEquals(1, recorded("APPOINTMENT_REQUESTED", first));
    }

    @Test
    void theSameBookingSentTenTimesAtOnceIsTheSameBooking() throws Exception {
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), freeTime()));

        List<Outcome<AppointmentSummary>> outcomes =
                atOnce(10, i -> linen.tries(() -> booking.book(held.id(), kind(), held.start())));

        List<UUID> booked = new ArrayList<>();
        outcomes.forEach(each -> booked.add(each.<RuntimeException>orThrow().id()));
        assertEquals(List.of(held.id()), booked.stream().distinct().toList());
        assertEquals(1, liveAt(held.start()));
        assertEquals(1, recorded("APPOINTMENT_REQUESTED", held));
    }

    @Test
    void aKeyThatWasUsedForOneTimeDoesNotBookAnotherNorForAnybodyElse() {
        Instant far = lastFree();
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), freeTime()));
        assertThrows(RequestChanged.class, () -> as(linen, () -> booking.book(held.id(), kind(), far)));
        assertThrows(NoSuchPerson.class, () -> as(reed, () -> booking.book(held.id(), kind(), held.start())));

        as(linen, () -> booking.book(held.id(), kind(), held.start()));

        assertThrows(RequestChanged.class, () -> as(linen, () -> booking.book(held.id(), kind(), far)));
        assertThrows(RequestChanged.class, () -> as(reed, () -> booking.book(held.id(), kind(), held.start())));
        assertEquals(0, liveAt(far));
    }

    @Test
    void aTimeThatWasGivenBackCanBeTakenBySomebodyElse() {
        Instant wanted = freeTime();
        AppointmentSummary hers = agreed(linen, wanted);

        AppointmentSummary given = as(linen, () -> booking.cancel(hers.id(), CancelReason.UNWELL));
        assertEquals(AppointmentStatus.CANCELLED, given.status());
        assertEquals(
                given.status(),
                as(linen, () -> booking.cancel(hers.id(), CancelReason.OTHER)).status());

        booked(reed, wanted);
        assertEquals(1, liveAt(wanted));
        assertEquals(1, recorded("APPOINTMENT_CANCELLED", hers));
    }

    @Test
    void whyItWasGivenBackStandsSealedAndEveryReasonTakesTheSameSpace() {
        AppointmentSummary one = agreed(linen, freeTime());
        AppointmentSummary other = booked(linen, lastFree());
        as(linen, () -> booking.cancel(one.id(), CancelReason.UNSAFE));
        as(linen, () -> booking.cancel(other.id(), CancelReason.NOT_SAID));

        List<String> sizes = rows.ofPractice(
                "SELECT DISTINCT octet_length(reason) FROM appointment WHERE id IN (?, ?)", one.id(), other.id());
        assertEquals(1, sizes.size());
        assertEquals(
                0, rows.committed("appointment WHERE id = ? AND position('UNSAFE'::bytea in reason) > 0", one.id()));
    }

    @Test
    void movingTakesTheWholeAppointmentAlongAndLeavesItsOldTimeFree() {
        Instant first = freeTime();
        Instant far = lastFree();
        AppointmentSummary hers = agreed(linen, first);
        UUID key = UUID.randomUUID();

        AppointmentSummary moved = as(linen, () -> booking.move(hers.id(), far, key));
        AppointmentSummary again = as(linen, () -> booking.move(hers.id(), far, key));

        assertEquals(hers.id(), moved.id());
        assertEquals(far, moved.start());
        assertEquals(AppointmentStatus.CONFIRMED, moved.status());
        assertEquals(moved.version(), again.version());
        assertEquals(far.minus(Duration.ofHours(48)), moved.freeUntil());
        assertEquals(0, liveAt(first));
        assertEquals(1, liveAt(far));
        assertEquals(1, recorded("APPOINTMENT_MOVED", hers));
        assertThrows(RequestChanged.class, () -> as(linen, () -> booking.move(hers.id(), first, key)));
        assertThrows(NoSuchPerson.class, () -> as(reed, () -> booking.move(hers.id(), first, UUID.randomUUID())));
    }

    @Test
    void aSessionIsMovedByAQuarterOfAnHourAlthoughItIsInItsOwnWay() {
        rows.change("UPDATE diary SET grid_minutes = 15");
        List<Instant> free = freeTimes();
        Instant first = free.stream()
                .filter(each -> free.contains(each.plus(Duration.ofMinutes(15))))
                .findFirst()
                .orElseThrow();
        AppointmentSummary hers = agreed(linen, first);
        Instant later = first.plus(Duration.ofMinutes(15));

        assertEquals(
                later,
                as(linen, () -> booking.move(hers.id(), later, UUID.randomUUID()))
                        .start());
    }

    @Test
    void aSessionIsNotMovedOntoAnother() {
        Instant far = lastFree();
        AppointmentSummary hers = agreed(linen, freeTime());
        booked(reed, far);

        assertThrows(SlotTaken.class, () -> as(linen, () -> booking.move(hers.id(), far, UUID.randomUUID())));
        assertEquals(hers.start(), as(linen, () -> booking.one(hers.id())).start());
    }

    @Test
    void withFourSessionsAheadNothingMoreIsFreeForHer() {
        for (int i = 0; i < 4; i++) {
            booked(linen, freeTime());
        }
        Instant free = times(reed).get(0);

        assertTrue(
                as(linen, () -> booking.freeTimes(kind(), soon(), 21, LONDON)).enoughBooked());
        assertThrows(SlotTaken.class, () -> as(linen, () -> booking.hold(kind(), free)));
        as(reed, () -> booking.hold(kind(), free));
    }

    @Test
    void aDayThatIsFullTakesNoMore() {
        Instant first = freeTime();
        rows.change("UPDATE diary SET day_cap = 1");
        agreed(linen, first);
        LocalDate day = LocalDate.ofInstant(first, LONDON);

        assertTrue(times(reed).stream()
                .noneMatch(start -> LocalDate.ofInstant(start, LONDON).equals(day)));
    }

    @Test
    void aKindThatClientsCannotBookIsNotThere() {
        Instant free = freeTime();
        UUID kind = kind();
        rows.change("UPDATE session_type SET booked_by = 'THERAPIST'");
        assertThrows(NoSuchPerson.class, () -> as(linen, () -> booking.hold(kind, free)));
        rows.change("UPDATE session_type SET booked_by = 'CLIENT', offered = false");
        assertThrows(NoSuchPerson.class, () -> as(linen, () -> booking.hold(kind, free)));
        assertTrue(as(linen, () -> booking.kinds()).isEmpty());
    }

    @Test
    void anothersAppointmentIsNotFound() {
        AppointmentSummary hers = booked(linen, freeTime());

        assertThrows(NoSuchPerson.class, () -> as(reed, () -> booking.cancel(hers.id(), CancelReason.OTHER)));
        assertThrows(NoSuchPerson.class, () -> as(reed, () -> booking.one(hers.id())));
        assertTrue(as(reed, () -> booking.mine()).stream()
                .noneMatch(each -> each.id().equals(hers.id())));
    }

    @Test
    void theDatabaseItselfRefusesWhatOverlaps() {
        AppointmentSummary hers = booked(linen, freeTime());
        String again = "INSERT INTO appointment (id, therapist_id, client_ref, client_tag, type_id, wall_start, zone,"
                + " starts_at, ends_at, blocked_from, blocked_until, free_until, status) SELECT gen_random_uuid(),"
                + " therapist_id, client_ref, sha256('another'::bytea), type_id, wall_start, zone, starts_at, ends_at,"
                + " blocked_from, blocked_until, free_until, 'CONFIRMED' FROM appointment WHERE id = '" + hers.id()
                + "'";

        assertEquals("23P01", rows.refusal("practice_app", again));
    }

    @Test
    void whereSheIsIsKeptAndOnlyThere() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        assertEquals(LONDON, as(reed, () -> booking.zone()));

        as(reed, () -> {
            booking.chooseZone(kathmandu);
            return null;
        });

        assertEquals(kathmandu, as(reed, () -> booking.zone()));
        assertEquals(LONDON, as(linen, () -> booking.zone()));
    }

    /** Held, and confirmed; a first session is then asked for. */
    private AppointmentSummary booked(Somebody client, Instant start) {
        UUID held = as(client, () -> booking.hold(kind(), start)).id();
        return as(client, () -> booking.book(held, kind(), start));
    }

    private AppointmentSummary agreed(Somebody client, Instant start) {
        AppointmentSummary asked = booked(client, start);
        as(rowan, () -> requests.approve(asked.id()));
        return as(client, () -> booking.one(asked.id()));
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

    private long liveAt(Instant start) {
        return rows.committed(
                "appointment WHERE status IN ('HELD', 'REQUESTED', 'CONFIRMED') AND starts_at = ?::timestamptz",
                start.toString());
    }

    private Instant lastFree() {
        List<Instant> free = freeTimes();
        return free.get(free.size() - 1);
    }

    private LocalDate soon() {
        return LocalDate.now(clock).plusDays(3);
    }

    private List<Instant> times(Somebody client) {
        return as(client, () -> booking.freeTimes(kind(), soon(), 21, LONDON)).days().stream()
                .flatMap(day -> day.times().stream())
                .map(slot -> slot.start())
                .toList();
    }

    private Instant freeTime() {
        return freeTimes().get(0);
    }

    private List<Instant> freeTimes() {
        List<Instant> free = times(linen);
        assertTrue(free.size() > 10, "the therapist has hours");
        return free;
    }

    /** All of them start when the last one is ready. */
    private static <T> List<Outcome<T>> atOnce(int count, IntFunction<Outcome<T>> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch ready = new CountDownLatch(count);
            List<Callable<Outcome<T>>> acts = IntStream.range(0, count)
                    .<Callable<Outcome<T>>>mapToObj(i -> () -> {
                        ready.countDown();
                        ready.await();
                        return act.apply(i);
                    })
                    .toList();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> future : threads.invokeAll(acts)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
