package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.scheduling.AppointmentStatus.CANCELLED;
import static org.safespaces.scheduling.AppointmentStatus.CONFIRMED;
import static org.safespaces.scheduling.AppointmentStatus.DONE;
import static org.safespaces.scheduling.AppointmentStatus.EXPIRED;
import static org.safespaces.scheduling.AppointmentStatus.HELD;
import static org.safespaces.scheduling.AppointmentStatus.LATE_CANCELLED;
import static org.safespaces.scheduling.AppointmentStatus.NO_SHOW;
import static org.safespaces.scheduling.AppointmentStatus.REQUESTED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.SealedText;

class AppointmentTest {
    /** The Monday after London's clocks went forward. */
    private static final Instant START = Instant.parse("2027-03-29T09:00:00Z");

    private static final Instant FREE_UNTIL = Instant.parse("2027-03-27T09:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("2027-03-20T12:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final TherapistSummary THERAPIST =
            new TherapistSummary(new TherapistId(UUID.randomUUID()), "Tall Rowan", LONDON);
    private static final SessionType TYPE = new FiftyMinutes();
    private static final SealedText REASON = new SealedText(new byte[64]);

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

        @Override
        Duration cancellation() {
            return Duration.ofHours(48);
        }
    }

    private static Appointment held() {
        return Appointment.hold(UUID.randomUUID(), THERAPIST, client(), TYPE, START, LONG_BEFORE);
    }

    private static ClientMark client() {
        return new ClientMark(new SealedText(new byte[64]), new byte[32]);
    }

    private static Appointment requested() {
        Appointment appointment = held();
        appointment.request(LONG_BEFORE);
        return appointment;
    }

    private static Appointment confirmed() {
        Appointment appointment = held();
        appointment.confirm();
        return appointment;
    }

    private static Appointment in(AppointmentStatus status) {
        Appointment appointment = status == HELD ? held() : status == REQUESTED ? requested() : confirmed();
        switch (status) {
            case CANCELLED -> appointment.cancelByClient(FREE_UNTIL, CancelReason.NOT_SAID, REASON);
            case LATE_CANCELLED -> appointment.cancelByClient(START.minusSeconds(1), CancelReason.NOT_SAID, REASON);
            case DONE -> appointment.attended(START);
            case NO_SHOW -> appointment.missed(START);
            case EXPIRED -> {
                appointment = requested();
                appointment.expire();
            }
            default -> assertTrue(status.isLive());
        }
        assertEquals(status, appointment.status());
        return appointment;
    }

    @Test
    void itsEndAndItsBreaksFollowFromItsType() {
        assertEquals(new Span(START, START.plus(Duration.ofMinutes(50))), held().during());
        assertEquals(
                new Span(START.minus(Duration.ofMinutes(5)), START.plus(Duration.ofMinutes(60))),
                held().session().blocked());
    }

    @Test
    void aHoldLastsTenMinutesAndTakesNoTimeAfterThem() {
        Appointment appointment = held();
        Instant over = LONG_BEFORE.plus(Duration.ofMinutes(10));
        assertEquals(Optional.of(over), appointment.holdUntil());
        assertTrue(appointment.isLive(over.minusMillis(1)));
        assertFalse(appointment.isLive(over));
        assertTrue(appointment.isStale(over));
    }

    @Test
    void onlyAHoldCanBeOver() {
        assertFalse(confirmed().isStale(START));
        assertTrue(confirmed().isLive(START));
    }

    @Test
    void whatIsConfirmedOrAskedForIsNotHeldAnyMore() {
        assertEquals(Optional.empty(), confirmed().holdUntil());
        assertEquals(Optional.empty(), requested().holdUntil());
        assertEquals(Optional.of(LONG_BEFORE), requested().requestedAt());
    }

    @Test
    void aHoldThatIsOverCanBeTakenUpAgainAndARequestThatIsOverCannot() {
        Appointment hold = held();
        hold.expire();
        assertTrue(hold.isEndedHold());
        hold.holdAgain(FREE_UNTIL);
        hold.confirm();
        assertEquals(CONFIRMED, hold.status());

        Appointment asked = requested();
        asked.expire();
        assertFalse(asked.isEndedHold());
        assertThrows(WrongStatus.class, () -> asked.holdAgain(FREE_UNTIL));
    }

    @Test
    void theTherapistAnswersARequestOnce() {
        Appointment yes = requested();
        yes.approve();
        assertEquals(CONFIRMED, yes.status());
        assertThrows(WrongStatus.class, () -> yes.decline(LONG_BEFORE));

        Appointment no = requested();
        no.decline(LONG_BEFORE);
        assertEquals(EXPIRED, no.status());
        assertEquals(Optional.of(AppointmentChanged.By.THERAPIST), no.cancelledBy());
        assertThrows(WrongStatus.class, no::approve);
    }

    @Test
    void movingTakesEverythingToTheNewTime() {
        Appointment appointment = confirmed();
        Instant later = Instant.parse("2027-11-01T10:00:00Z");
        appointment.move(TYPE, later, LONDON);
        assertEquals(new Span(later, later.plus(Duration.ofMinutes(50))), appointment.during());
        assertEquals(later.minus(Duration.ofHours(48)), appointment.freeUntil());
        assertEquals(CONFIRMED, appointment.status());
        assertFalse(appointment.isChangedByHand());
    }

    @Test
    void untilTheMomentThatWasNamedItIsFreeOfCharge() {
        Appointment appointment = confirmed();
        assertEquals(FREE_UNTIL, appointment.freeUntil());
        assertTrue(appointment.cancelByClient(FREE_UNTIL, CancelReason.NOT_SAID, REASON));
        assertEquals(CANCELLED, appointment.status());
        assertFalse(appointment.isChargeable());
        assertEquals(Optional.of(AppointmentChanged.By.CLIENT), appointment.cancelledBy());
    }

    @Test
    void afterItItIsLateAndMayBeCharged() {
        Appointment appointment = confirmed();
        assertTrue(appointment.cancelByClient(FREE_UNTIL.plusMillis(1), CancelReason.UNWELL, REASON));
        assertEquals(LATE_CANCELLED, appointment.status());
        assertTrue(appointment.isChargeable());
    }

    @Test
    void itIsNotSafeToComeIsNeverChargedAndLooksLikeAnyLateOneThatIsWaived() {
        Appointment unsafe = confirmed();
        unsafe.cancelByClient(START.minusSeconds(1), CancelReason.UNSAFE, REASON);

        Appointment waived = confirmed();
        waived.cancelByClient(START.minusSeconds(1), CancelReason.UNWELL, REASON);
        waived.waive(REASON);

        assertFalse(unsafe.isChargeable());
        assertEquals(waived.status(), unsafe.status());
        assertEquals(waived.isChargeable(), unsafe.isChargeable());
        assertEquals(waived.reason(), unsafe.reason());
    }

    @Test
    void aRequestIsGivenBackFreeOfChargeAtAnyHour() {
        Appointment appointment = requested();
        appointment.cancelByClient(START.minusSeconds(1), CancelReason.OTHER, REASON);
        assertEquals(CANCELLED, appointment.status());
        assertFalse(appointment.isChargeable());
    }

    @Test
    void aTherapistWhoCancelsChargesNothing() {
        Appointment appointment = confirmed();
        assertTrue(appointment.cancelByTherapist(START.minusSeconds(1)));
        assertEquals(CANCELLED, appointment.status());
        assertFalse(appointment.isChargeable());
    }

    @Test
    void cancellingAgainChangesNothing() {
        Appointment appointment = confirmed();
        appointment.cancelByClient(FREE_UNTIL, CancelReason.UNWELL, REASON);
        assertFalse(appointment.cancelByClient(START.plusSeconds(1), CancelReason.OTHER, REASON));
        assertFalse(appointment.cancelByTherapist(START.plusSeconds(1)));
        assertEquals(CANCELLED, appointment.status());
        assertEquals(Optional.of(FREE_UNTIL), appointment.cancelledAt());
    }

    @Test
    void whatHasBegunCannotBeCancelled() {
        Appointment appointment = confirmed();
        assertThrows(AlreadyBegun.class, () -> appointment.cancelByClient(START, CancelReason.UNSAFE, REASON));
        assertThrows(AlreadyBegun.class, () -> appointment.cancelByTherapist(START));
        assertEquals(CONFIRMED, appointment.status());
    }

    @Test
    void whetherSheCameIsKnownOnceItHasBegunAndCanBePutRight() {
        Appointment appointment = confirmed();
        assertThrows(NotYetBegun.class, () -> appointment.attended(START.minusSeconds(1)));
        assertThrows(NotYetBegun.class, () -> appointment.missed(START.minusSeconds(1)));
        appointment.missed(START);
        appointment.attended(START.plusSeconds(1));
        assertEquals(DONE, appointment.status());
    }

    @Test
    void ofAnErasedRecordNothingSaysWhoseItWasOrWhy() {
        Appointment appointment = in(LATE_CANCELLED);
        appointment.forgetClient();
        assertEquals(Optional.empty(), appointment.clientRef());
        assertEquals(Optional.empty(), appointment.reason());
    }

    /** All verbs, from everywhere: each either fits where it stands, or is refused and changes nothing. */
    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void aVerbThatDoesNotFitIsRefusedByNameAndChangesNothing(AppointmentStatus status) {
        Map<AppointmentStatus, Set<String>> fits = new EnumMap<>(Map.of(
                HELD, Set.of("confirm", "request", "expire", "cancel"),
                REQUESTED, Set.of("approve", "decline", "expire", "move", "cancel"),
                CONFIRMED, Set.of("move", "cancel", "attended", "missed"),
                CANCELLED, Set.of("cancel"),
                LATE_CANCELLED, Set.of("cancel", "waive"),
                EXPIRED, Set.of(),
                DONE, Set.of("attended", "missed"),
                NO_SHOW, Set.of("attended", "missed", "waive")));
        Map<String, Consumer<Appointment>> verbs = Map.of(
                "confirm", Appointment::confirm,
                "request", each -> each.request(LONG_BEFORE),
                "approve", Appointment::approve,
                "decline", each -> each.decline(LONG_BEFORE),
                "expire", Appointment::expire,
                "move", each -> each.move(TYPE, START.plusSeconds(3600), LONDON),
                "cancel", each -> each.cancelByClient(LONG_BEFORE, CancelReason.OTHER, REASON),
                "attended", each -> each.attended(START),
                "missed", each -> each.missed(START),
                "waive", each -> each.waive(REASON));
        List<String> surprises = new ArrayList<>();
        verbs.forEach((name, verb) -> {
            Appointment appointment = in(status);
            try {
                verb.accept(appointment);
                if (!fits.get(status).contains(name)) {
                    surprises.add(name + " worked");
                }
            } catch (WrongStatus refused) {
                assertEquals(status, refused.status());
                assertEquals(status, appointment.status());
                assertEquals(START, appointment.during().from());
                if (fits.get(status).contains(name)) {
                    surprises.add(name + " was refused");
                }
            }
        });
        assertEquals(List.of(), surprises);
    }
}
