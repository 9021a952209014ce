package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Cases;
import org.safespaces.access.SafeContact;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.PartOfDay;
import org.safespaces.people.ReminderWish;
import org.safespaces.people.SafeTimes;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.BookingRound;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.NothingSuits;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.SuitableTimes;
import org.safespaces.scheduling.Waiting;
import org.safespaces.scheduling.WaitingClient;
import org.safespaces.scheduling.WaitingClients;
import org.safespaces.scheduling.WaitingPlace;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Two clients of one therapist who wait for a time that suits them. */
@InTheServer
class WaitingIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final SuitableTimes ANY_MORNING = mornings(DayOfWeek.values());

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
    private BookingRound round;

    @Inject
    private Waiting waiting;

    @Inject
    private WaitingClients list;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private SafeContact safeContact;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private Set<String> before;
    private CaseId ofReed;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void reedJoins() {
        ClientSummary free = as(rowan, () -> cases.mine()).stream()
                .filter(each -> !each.joined())
                .findFirst()
                .orElseThrow();
        ofReed = free.id();
        rows.change(
                "INSERT INTO client (case_id, account_tag, joined_on) VALUES (?, ?, ?)",
                free.id().value(),
                reedsTag(),
                LocalDate.now(clock));
        before = Set.copyOf(rows.ofPractice("SELECT id::text FROM appointment"));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        rows.change("DELETE FROM waiting_entry");
        rows.ofPractice("SELECT id::text FROM appointment").stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> {
                    rows.change("DELETE FROM booking_request WHERE appointment_id = ?::uuid", id);
                    rows.change("DELETE FROM appointment WHERE id = ?::uuid", id);
                });
        rows.change("DELETE FROM contact_card WHERE case_id = ?", ofReed.value());
        rows.change("DELETE FROM client WHERE account_tag = ?", (Object) reedsTag());
    }

    @Test
    void aTimeThatSuitsIsOfferedAtOnceAndKeptForHerAlone() {
        Instant asked = clock.instant();
        WaitingPlace.Offer offer = waits(linen, ANY_MORNING);

        assertTrue(
                !offer.until().isBefore(asked.plus(Duration.ofHours(4))),
                "four hours to answer, and not a minute less");
        assertTrue(offer.start().atZone(as(linen, () -> booking.zone())).getHour() < 12);
        assertTrue(!offer.start().isBefore(clock.instant().plus(Duration.ofHours(28))), "notice and answer");
        assertThrows(SlotTaken.class, () -> as(reed, () -> booking.hold(kind(), offer.start())));
        assertEquals(offer, offered(linen));
        assertEquals(
                1,
                rows.committed(
                        "audit_event WHERE action = 'APPOINTMENT_OFFERED' AND object_ref = ?", offer.appointment()));
    }

    @Test
    void hoursInWhichNoLetterMayReachHerAreNoTimeToAnswer() {
        LocalDate dayAfterTomorrow = LocalDate.now(clock.withZone(LONDON)).plusDays(2);
        SafeTimes.Part evening = new SafeTimes.Part(dayAfterTomorrow.getDayOfWeek(), PartOfDay.EVENING);
        SafeTimes safe = new SafeTimes(false, Set.of(evening));
        as(rowan, () -> {
            safeContact.confirm(
                    ofReed,
                    new ContactTerms(
                            Optional.of("reed@example.org"),
                            false,
                            false,
                            false,
                            safe,
                            false,
                            new ReminderWish(true, true, false)));
            return null;
        });

        WaitingPlace.Offer offer = waits(reed, ANY_MORNING);

        assertEquals(dayAfterTomorrow.atTime(21, 0).atZone(LONDON).toInstant(), offer.until());
        assertTrue(!offer.start().isBefore(offer.until().plus(Duration.ofHours(24))), "and the notice after it");
    }

    @Test
    void whatNobodyWouldComeToIsNotWaitedFor() {
        assertThrows(NothingSuits.class, () -> as(linen, () -> waiting.waitFor(kind(), new SuitableTimes(0))));
        assertTrue(as(linen, () -> waiting.mine()).isEmpty());
    }

    @Test
    void onADayWithoutHoursNothingIsOfferedAndThePlaceIsKept() {
        as(linen, () -> waiting.waitFor(kind(), mornings(DayOfWeek.SUNDAY)));

        WaitingPlace place = as(linen, () -> waiting.mine()).orElseThrow();
        assertTrue(place.offer().isEmpty());
        assertEquals(LocalDate.now(clock).plusDays(90), place.until());
    }

    @Test
    void whoSaysNoIsOfferedAnotherTimeAndNeverThatOneAgain() {
        WaitingPlace.Offer first = waits(linen, ANY_MORNING);
        WaitingPlace.Offer ofReed = waits(reed, ANY_MORNING);
        assertNotEquals(first.start(), ofReed.start());

        as(linen, () -> {
            waiting.pass(first.appointment());
            waiting.pass(first.appointment());
            return null;
        });

        WaitingPlace.Offer second = offered(linen);
        assertTrue(second.start().isAfter(first.start()));
        assertEquals(ofReed, offered(reed), "one at a time");
        as(reed, () -> {
            waiting.pass(ofReed.appointment());
            return null;
        });
        assertEquals(first.start(), offered(reed).start(), "what one does not want goes to the next");
    }

    @Test
    void whatIsGivenBackIsOfferedInTheSameMoment() {
        WaitingPlace.Offer earliest = waits(reed, ANY_MORNING);
        as(reed, () -> {
            waiting.leave();
            return null;
        });
        AppointmentSummary held = as(linen, () -> booking.hold(kind(), earliest.start()));
        as(linen, () -> booking.book(held.id(), kind(), held.start()));
        assertTrue(waits(reed, ANY_MORNING).start().isAfter(earliest.start()));
        as(reed, () -> {
            waiting.pass(offered(reed).appointment());
            return null;
        });
        UUID second = offered(reed).appointment();
        rows.change("DELETE FROM waiting_offer WHERE outcome = 'OPEN'");
        rows.change("UPDATE appointment SET status = 'EXPIRED', hold_until = NULL WHERE id = ?", second);

        as(linen, () -> booking.cancel(held.id(), CancelReason.NOT_SAID));

        assertEquals(earliest.start(), offered(reed).start());
        assertThrows(SlotTaken.class, () -> as(linen, () -> booking.hold(kind(), earliest.start())));
    }

    @Test
    void takenItIsABookingLikeAnyOtherAndSheWaitsNoLonger() {
        WaitingPlace.Offer offer = waits(linen, ANY_MORNING);

        AppointmentSummary taken = as(linen, () -> booking.book(offer.appointment(), kind(), offer.start()));

        assertEquals(AppointmentStatus.REQUESTED, taken.status(), "it is her first");
        assertTrue(as(linen, () -> waiting.mine()).isEmpty());
        assertEquals(0, rows.committed("waiting_offer"));
    }

    @Test
    void whatNobodyAnswersGoesOnWhenItsHoursAreOver() {
        WaitingPlace.Offer first = waits(linen, ANY_MORNING);
        rows.change(
                "UPDATE appointment SET hold_until = made_at - interval '1 second' WHERE id = ?", first.appointment());

        round.round();

        assertEquals(
                1,
                rows.committed("waiting_offer WHERE appointment_id = ? AND outcome = 'PASSED'", first.appointment()));
        assertTrue(offered(linen).start().isAfter(first.start()));
        as(reed, () -> booking.hold(kind(), first.start()));
    }

    @Test
    void herTherapistSetsTheOrderAndTakesOff() {
        waits(linen, ANY_MORNING);
        WaitingPlace.Offer ofReed = waits(reed, ANY_MORNING);
        List<WaitingClient> asTheyCame = as(rowan, () -> list.mine());
        assertEquals(2, asTheyCame.size());

        as(alder, () -> {
            list.moveUp(asTheyCame.get(1).id());
            list.takeOff(asTheyCame.get(1).id());
            return null;
        });
        assertEquals(asTheyCame, as(rowan, () -> list.mine()), "nobody else's list");
        assertTrue(as(alder, () -> list.mine()).isEmpty());

        as(rowan, () -> {
            list.moveUp(asTheyCame.get(1).id());
            return null;
        });
        assertEquals(asTheyCame.get(1).id(), as(rowan, () -> list.mine()).get(0).id());

        as(rowan, () -> {
            list.takeOff(asTheyCame.get(1).id());
            return null;
        });
        assertEquals(1, as(rowan, () -> list.mine()).size());
        assertTrue(as(reed, () -> waiting.mine()).isEmpty());
        assertEquals(0, rows.committed("appointment WHERE id = ? AND status = 'HELD'", ofReed.appointment()));
    }

    private WaitingPlace.Offer waits(Somebody client, SuitableTimes times) {
        return as(client, () -> waiting.waitFor(kind(), times)).offer().orElseThrow();
    }

    private WaitingPlace.Offer offered(Somebody client) {
        return as(client, () -> waiting.mine()).flatMap(WaitingPlace::offer).orElseThrow();
    }

    private UUID kind() {
        return as(linen, () -> booking.kinds()).get(0).id();
    }

    private byte[] reedsTag() {
        return serverSeal.tag(new Column("client", "account_tag"), Somebody.REED.getBytes(StandardCharsets.UTF_8));
    }

    private static SuitableTimes mornings(DayOfWeek... days) {
        SuitableTimes times = new SuitableTimes(0);
        for (DayOfWeek day : days) {
            times = times.with(day, PartOfDay.MORNING);
        }
        return times;
    }
}
