package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.safespaces.scheduling.RequestChanged;
import org.safespaces.scheduling.SlotTaken;
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
    private AsLinen linen;

    @Inject
    private AsReed reed;

    @Inject
    private Cases cases;

    @Inject
    private Booking booking;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private Set<UUID> before;

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
        before = appointments().collect(Collectors.toSet());
    }

    /** The next test, and whoever uses this stack after it, finds the diary as it was. */
    @AfterEach
    void nothingIsLeftBehind() {
        appointments().filter(id -> !before.contains(id)).forEach(id -> {
            rows.change("DELETE FROM booking_request WHERE appointment_id = ?", id);
            rows.change("DELETE FROM appointment WHERE id = ?", id);
        });
        rows.change("DELETE FROM client WHERE account_tag = ?", (Object) reedsTag());
    }

    private Stream<UUID> appointments() {
        return Stream.of(linen, reed)
                .flatMap(client -> as(client, () -> booking.mine()).stream())
                .map(AppointmentSummary::id);
    }

    private byte[] reedsTag() {
        return serverSeal.tag(new Column("client", "account_tag"), Somebody.REED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofThirtyWhoReachForOneTimeOneGetsIt() throws Exception {
        Instant wanted = freeTime();

        List<Outcome<AppointmentSummary>> outcomes =
                atOnce(PEOPLE, i -> (i % 2 == 0 ? linen : reed).tries(() -> booking.book(wanted, UUID.randomUUID())));

        assertEquals(1, outcomes.stream().filter(each -> each.failure() == null).count());
        outcomes.stream()
                .filter(each -> each.failure() != null)
                .forEach(each -> assertInstanceOf(SlotTaken.class, each.failure()));
        assertEquals(1, liveAt(wanted));
    }

    @Test
    void twoTimesThatDoNotMeetAreBothBooked() {
        List<Instant> free = freeTimes();
        Instant first = free.get(0);
        Instant far = free.get(free.size() - 1);

        as(linen, () -> booking.book(first, UUID.randomUUID()));
        as(reed, () -> booking.book(far, UUID.randomUUID()));

        assertEquals(1, liveAt(first));
        assertEquals(1, liveAt(far));
    }

    @Test
    void theSameBookingSentAgainIsTheSameBooking() {
        Instant wanted = freeTime();
        UUID key = UUID.randomUUID();

        AppointmentSummary first = as(linen, () -> booking.book(wanted, key));
        AppointmentSummary again = as(linen, () -> booking.book(wanted, key));

        assertEquals(first.id(), again.id());
        assertEquals(1, liveAt(wanted));
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'APPOINTMENT_BOOKED' AND object_ref = ?", first.id()));
    }

    @Test
    void theSameBookingSentTenTimesAtOnceIsTheSameBooking() throws Exception {
        Instant wanted = freeTime();
        UUID key = UUID.randomUUID();

        List<Outcome<AppointmentSummary>> outcomes = atOnce(10, i -> linen.tries(() -> booking.book(wanted, key)));

        List<UUID> booked = new ArrayList<>();
        outcomes.forEach(each -> booked.add(each.<RuntimeException>orThrow().id()));
        assertEquals(1, booked.stream().distinct().count());
        assertEquals(1, liveAt(wanted));
    }

    @Test
    void aKeyThatWasUsedForOneTimeDoesNotBookAnother() {
        List<Instant> free = freeTimes();
        UUID key = UUID.randomUUID();
        as(linen, () -> booking.book(free.get(0), key));

        assertThrows(RequestChanged.class, () -> as(linen, () -> booking.book(free.get(free.size() - 1), key)));
        assertThrows(RequestChanged.class, () -> as(reed, () -> booking.book(free.get(0), key)));
    }

    @Test
    void aTimeThatWasGivenBackCanBeTakenBySomebodyElse() {
        Instant wanted = freeTime();
        AppointmentSummary hers = as(linen, () -> booking.book(wanted, UUID.randomUUID()));
        assertThrows(SlotTaken.class, () -> as(reed, () -> booking.book(wanted, UUID.randomUUID())));

        assertEquals(
                AppointmentStatus.CANCELLED,
                as(linen, () -> booking.cancel(hers.id())).status());

        as(reed, () -> booking.book(wanted, UUID.randomUUID()));
        assertEquals(1, liveAt(wanted));
    }

    @Test
    void anothersAppointmentIsNotFound() {
        AppointmentSummary hers = as(linen, () -> booking.book(freeTime(), UUID.randomUUID()));

        assertThrows(NoSuchPerson.class, () -> as(reed, () -> booking.cancel(hers.id())));
        assertTrue(as(reed, () -> booking.mine()).stream()
                .noneMatch(each -> each.id().equals(hers.id())));
    }

    @Test
    void theDatabaseItselfRefusesWhatOverlaps() {
        AppointmentSummary hers = as(linen, () -> booking.book(freeTime(), UUID.randomUUID()));
        String again = "INSERT INTO appointment (id, therapist_id, client_ref, client_tag, type_id, wall_start, zone,"
                + " starts_at, ends_at, blocked_from, blocked_until, status) SELECT gen_random_uuid(), therapist_id,"
                + " client_ref, sha256('another'::bytea), type_id, wall_start, zone, starts_at, ends_at, blocked_from,"
                + " blocked_until, 'CONFIRMED' FROM appointment WHERE id = '" + hers.id() + "'";

        assertEquals("23P01", rows.refusal("practice_app", again));
    }

    private long liveAt(Instant start) {
        return rows.committed(
                "appointment WHERE status = 'CONFIRMED' AND starts_at = ?::timestamptz", start.toString());
    }

    private Instant freeTime() {
        return freeTimes().get(0);
    }

    private List<Instant> freeTimes() {
        LocalDate soon = LocalDate.now(clock).plusDays(3);
        List<Instant> free = as(linen, () -> booking.freeTimes(soon, 21, LONDON)).days().stream()
                .flatMap(day -> day.times().stream())
                .map(slot -> slot.start())
                .toList();
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
