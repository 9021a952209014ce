package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Cases;
import org.safespaces.access.NotYours;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.ExceptionDay;
import org.safespaces.scheduling.HoursDoNotFit;
import org.safespaces.scheduling.NotYetBegun;
import org.safespaces.scheduling.OpenHours;
import org.safespaces.scheduling.OwnHours;
import org.safespaces.scheduling.Part;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.Repeating;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.Rhythm;
import org.safespaces.scheduling.SeriesDoesNotFit;
import org.safespaces.scheduling.TimeDoesNotFit;
import org.safespaces.scheduling.TimeOff;
import org.safespaces.scheduling.WaiverReason;
import org.safespaces.scheduling.WrongStatus;

/** A therapist's own side of her diary, half a year ahead: nobody else books there. */
@InTheServer
class DiaryIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Diary diary;

    @Inject
    private Requests requests;

    @Inject
    private OwnHours hours;

    @Inject
    private Repeating repeating;

    @Inject
    private Cases cases;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    private CaseId client;
    private UUID kind;
    private LocalDate monday;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aClientAndAnEmptyWeek() {
        client = as(rowan, () -> cases.mine()).stream()
                .filter(each -> !each.joined())
                .findFirst()
                .orElseThrow()
                .id();
        kind = as(rowan, () -> diary.kinds()).get(0).id();
        monday = LocalDate.now(clock).plusWeeks(30).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** The next test finds hours and diary as they were. */
    @AfterEach
    void nothingIsLeftBehind() {
        rows.changeAsOwner("DELETE FROM appointment WHERE starts_at > ?::timestamptz", far());
        rows.changeAsOwner("DELETE FROM exception_day WHERE on_date >= ?", monday);
        rows.changeAsOwner("DELETE FROM time_off WHERE ends_at > ?::timestamptz", far());
        rows.changeAsOwner("DELETE FROM weekly_hours WHERE valid_from IS NOT NULL");
        rows.changeAsOwner("UPDATE weekly_hours SET valid_until = NULL");
    }

    private String far() {
        return clock.instant().plus(Duration.ofDays(180)).toString();
    }

    private UUID booked(LocalDateTime wall) {
        return as(rowan, () -> diary.bookFor(client, kind, wall, UUID.randomUUID(), false));
    }

    private DiaryEntry entry(UUID id) {
        return as(rowan, () -> diary.find(id)).entry();
    }

    private LocalDateTime wall(UUID id) {
        return LocalDateTime.ofInstant(entry(id).start(), LONDON);
    }

    private void acts(Somebody who, Runnable act) {
        as(who, () -> {
            act.run();
            return null;
        });
    }

    private List<LocalTime> free(LocalDate date) {
        return as(rowan, () -> diary.freeTimes(client, kind, date, 1)).stream()
                .map(time -> time.meant().toLocalTime())
                .toList();
    }

    private static OpenHours open(LocalDate date, String from, String until) {
        return new OpenHours(date.getDayOfWeek(), LocalTime.parse(from), LocalTime.parse(until));
    }

    @Test
    void aDateOfItsOwnReplacesItsWeekUntilItHasTheUsualHoursAgain() {
        List<LocalTime> usual = free(monday);
        assertTrue(usual.contains(TEN), usual::toString);

        acts(rowan, () -> hours.openDifferently(new ExceptionDay(monday, List.of(open(monday, "20:00", "20:50")))));
        assertEquals(List.of(LocalTime.of(20, 0)), free(monday));
        assertEquals(usual, free(monday.plusWeeks(1)));

        acts(rowan, () -> hours.openDifferently(new ExceptionDay(monday, List.of())));
        assertEquals(List.of(), free(monday));

        acts(rowan, () -> hours.openAsUsual(monday));
        assertEquals(usual, free(monday));
    }

    @Test
    void leaveAndBlockedTimeCloseWhatTheyMeetUntilTheyAreTakenBack() {
        List<LocalTime> usual = free(monday);
        acts(
                rowan,
                () -> hours.takeOff(
                        TimeOff.Kind.LEAVE,
                        monday.atStartOfDay(),
                        monday.plusDays(2).atStartOfDay()));
        assertEquals(List.of(), free(monday));
        assertEquals(List.of(), free(monday.plusDays(1)));
        assertFalse(free(monday.plusDays(2)).isEmpty());

        UUID leave = as(rowan, () -> hours.timeOff()).stream()
                .filter(off -> off.kind() == TimeOff.Kind.LEAVE)
                .findFirst()
                .orElseThrow()
                .id();
        acts(alder, () -> hours.dropTimeOff(leave));
        assertEquals(List.of(), free(monday), "a colleague takes nothing back");
        acts(rowan, () -> hours.dropTimeOff(leave));
        assertEquals(usual, free(monday));

        acts(rowan, () -> hours.takeOff(TimeOff.Kind.BLOCKED, monday.atTime(9, 0), monday.atTime(10, 30)));
        assertFalse(free(monday).contains(TEN));
        assertEquals(usual.get(usual.size() - 1), free(monday).get(free(monday).size() - 1));
    }

    @Test
    void hoursForSomeWeeksGoForTheseWeeksOnly() {
        List<LocalTime> usual = free(monday);
        List<OpenHours> evening = List.of(open(monday, "18:00", "19:00"));
        acts(rowan, () -> hours.openOn(evening, monday, Optional.of(monday.plusDays(6))));
        assertEquals(List.of(LocalTime.of(18, 0)), free(monday));
        assertEquals(List.of(), free(monday.plusDays(1)));
        assertEquals(usual, free(monday.plusWeeks(1)));
        assertEquals(usual, free(monday.minusWeeks(1)));
        assertEquals(3, as(rowan, () -> hours.weeks()).size());
    }

    @Test
    void hoursThatMakeNoSenseChangeNothing() {
        List<LocalTime> usual = free(monday);
        assertThrows(
                HoursDoNotFit.class,
                () -> acts(
                        rowan,
                        () -> hours.openOn(
                                List.of(open(monday, "09:00", "12:00"), open(monday, "11:00", "13:00")),
                                monday,
                                Optional.empty())));
        assertThrows(
                HoursDoNotFit.class,
                () -> acts(rowan, () -> hours.openOn(List.of(), monday, Optional.of(monday.minusDays(1)))));
        assertThrows(
                HoursDoNotFit.class,
                () -> acts(
                        rowan, () -> hours.takeOff(TimeOff.Kind.BLOCKED, monday.atTime(10, 0), monday.atTime(9, 0))));
        assertEquals(usual, free(monday));
    }

    @Test
    void theDatabaseItselfRefusesHoursThatOverlap() {
        String again = "INSERT INTO weekly_hours (id, therapist_id, day, opens, closes) SELECT gen_random_uuid(),"
                + " therapist_id, day, opens, closes FROM weekly_hours";
        assertEquals("23P01", rows.refusal("practice_app", again));
    }

    @Test
    void aChangeOfHoursMovesNoAppointmentAndListsIt() {
        UUID id = booked(monday.atTime(TEN));
        assertFalse(isOutside(id));

        acts(rowan, () -> hours.openDifferently(new ExceptionDay(monday, List.of())));
        assertTrue(isOutside(id));
        assertEquals(monday.atTime(TEN), wall(id));
        assertEquals(AppointmentStatus.CONFIRMED, entry(id).status());

        acts(rowan, () -> hours.keep(id));
        assertFalse(isOutside(id));
        assertEquals(monday.atTime(TEN), wall(id));

        acts(rowan, () -> diary.move(id, monday.atTime(15, 0), true));
        assertFalse(isOutside(id), "moved there knowingly");
        acts(
                rowan,
                () -> hours.takeOff(
                        TimeOff.Kind.LEAVE,
                        monday.atStartOfDay(),
                        monday.plusDays(1).atStartOfDay()));
        assertTrue(isOutside(id), "of leave nobody knew then");
    }

    private boolean isOutside(UUID id) {
        return as(rowan, () -> hours.outside()).stream()
                .anyMatch(entry -> entry.id().equals(id));
    }

    @Test
    void outsideOfHerHoursIsBookedOnlyWhenItIsMeantAndOverAnotherNever() {
        LocalDateTime late = monday.atTime(22, 0);
        TimeDoesNotFit refused = assertThrows(
                TimeDoesNotFit.class,
                () -> as(rowan, () -> diary.bookFor(client, kind, late, UUID.randomUUID(), false)));
        assertEquals(PlannedTime.Kind.OUTSIDE, refused.kind());
        UUID id = as(rowan, () -> diary.bookFor(client, kind, late, UUID.randomUUID(), true));
        assertEquals(late, wall(id));
        assertFalse(isOutside(id));

        TimeDoesNotFit taken = assertThrows(
                TimeDoesNotFit.class,
                () -> as(rowan, () -> diary.bookFor(client, kind, late.plusMinutes(45), UUID.randomUUID(), true)));
        assertEquals(PlannedTime.Kind.TAKEN, taken.kind());
    }

    @Test
    void theSameBookingSentAgainIsTheSameBooking() {
        UUID key = UUID.randomUUID();
        as(rowan, () -> diary.bookFor(client, kind, monday.atTime(TEN), key, false));
        as(rowan, () -> diary.bookFor(client, kind, monday.atTime(TEN), key, false));
        assertEquals(1, rows.committed("appointment WHERE id = ? AND made_by = 'THERAPIST'", key));
        assertEquals(1, rows.committed("audit_event WHERE action = 'APPOINTMENT_BOOKED' AND object_ref = ?", key));
    }

    @Test
    void whatIsMovedIsMovedOnceAndRecorded() {
        UUID id = booked(monday.atTime(TEN));
        acts(rowan, () -> diary.move(id, monday.atTime(14, 0), false));
        assertEquals(monday.atTime(14, 0), wall(id));
        assertEquals(
                monday + "T14:00",
                rows.ofPractice("SELECT wall_start FROM appointment WHERE id = ?", id)
                        .get(0));
        assertEquals(1, rows.committed("audit_event WHERE action = 'APPOINTMENT_MOVED' AND object_ref = ?", id));
        assertTrue(free(monday).contains(TEN), "its old time is free again");
    }

    @Test
    void anothersAppointmentIsNotFoundAndTheTryIsWrittenDown() {
        UUID id = booked(monday.atTime(TEN));
        assertThrows(NoSuchPerson.class, () -> as(alder, () -> diary.find(id)));
        assertThrows(NoSuchPerson.class, () -> acts(alder, () -> diary.move(id, monday.atTime(14, 0), true)));
        assertThrows(NoSuchPerson.class, () -> acts(alder, () -> diary.cancel(id, Part.ONE)));
        assertThrows(NoSuchPerson.class, () -> acts(alder, () -> hours.keep(id)));
        assertThrows(
                NotYours.class,
                () -> as(alder, () -> diary.bookFor(client, kind, monday.atTime(TEN), UUID.randomUUID(), true)));
        assertEquals(monday.atTime(TEN), wall(id));
        assertTrue(
                rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", id) >= 3, "refused");
    }

    private Rhythm weekly(int times) {
        return new Rhythm(monday, TEN, 1, times);
    }

    private List<UUID> series(int times) {
        UUID key = UUID.randomUUID();
        acts(
                rowan,
                () -> repeating.book(
                        client,
                        kind,
                        weekly(times),
                        repeating.preview(client, kind, weekly(times)).stream()
                                .map(PlannedTime::meant)
                                .toList(),
                        key));
        return rows.ofPractice("SELECT id FROM appointment WHERE series_id = ? ORDER BY starts_at", key).stream()
                .map(UUID::fromString)
                .toList();
    }

    @Test
    void aSeriesIsBookedWholeOrNotAtAll() {
        booked(monday.plusWeeks(2).atTime(10, 30));
        List<PlannedTime> preview = as(rowan, () -> repeating.preview(client, kind, weekly(5)));
        assertEquals(
                List.of(true, true, false, true, true),
                preview.stream().map(PlannedTime::isPossible).toList());
        assertEquals(PlannedTime.Kind.TAKEN, preview.get(2).kind());
        List<LocalDateTime> all = preview.stream().map(PlannedTime::meant).toList();
        UUID key = UUID.randomUUID();

        SeriesDoesNotFit refused = assertThrows(
                SeriesDoesNotFit.class, () -> acts(rowan, () -> repeating.book(client, kind, weekly(5), all, key)));
        assertFalse(refused.planned().get(2).isPossible());
        assertEquals(0, rows.committed("appointment WHERE series_id = ?", key));
        assertEquals(0, rows.committed("series WHERE id = ?", key));

        List<LocalDateTime> without =
                all.stream().filter(wall -> !wall.equals(all.get(2))).toList();
        acts(rowan, () -> repeating.book(client, kind, weekly(5), without, key));
        acts(rowan, () -> repeating.book(client, kind, weekly(5), without, key));
        assertEquals(4, rows.committed("appointment WHERE series_id = ? AND status = 'CONFIRMED'", key));
    }

    @Test
    void thisAndTheFollowingBecomeASeriesOfTheirOwnAndOnesChangedByHandStay() {
        List<UUID> all = series(5);
        acts(rowan, () -> diary.move(all.get(3), monday.plusWeeks(3).atTime(11, 0), false));
        List<Repeating.Moved> moving = as(
                rowan,
                () -> repeating.moving(
                        all.get(2),
                        Part.FOLLOWING,
                        monday.plusWeeks(2).plusDays(1).atTime(9, 0)));
        assertEquals(
                List.of(all.get(2), all.get(4)),
                moving.stream().map(Repeating.Moved::id).toList());

        acts(rowan, () -> move(moving, Part.FOLLOWING));

        assertEquals(monday.atTime(TEN), wall(all.get(0)));
        assertEquals(monday.plusWeeks(1).atTime(TEN), wall(all.get(1)));
        assertEquals(monday.plusWeeks(2).plusDays(1).atTime(9, 0), wall(all.get(2)));
        assertEquals(monday.plusWeeks(3).atTime(11, 0), wall(all.get(3)));
        assertEquals(monday.plusWeeks(4).plusDays(1).atTime(9, 0), wall(all.get(4)));
        assertEquals(seriesOf(all.get(0)), seriesOf(all.get(1)));
        assertEquals(seriesOf(all.get(2)), seriesOf(all.get(4)));
        assertFalse(seriesOf(all.get(0)).equals(seriesOf(all.get(2))));
    }

    private void move(List<Repeating.Moved> moving, Part part) {
        repeating.move(
                moving.stream().map(Repeating.Moved::id).toList(),
                moving.stream().map(each -> each.to().meant()).toList(),
                part);
    }

    private String seriesOf(UUID id) {
        return rows.ofPractice("SELECT series_id FROM appointment WHERE id = ?", id)
                .get(0);
    }

    @Test
    void aWholeSeriesMovesAWeekOnThroughItsOwnPlaces() {
        List<UUID> all = series(4);
        List<Repeating.Moved> moving = as(
                rowan,
                () -> repeating.moving(all.get(1), Part.ALL, monday.plusWeeks(2).atTime(TEN)));
        assertEquals(4, moving.size());
        assertTrue(moving.stream().allMatch(each -> each.to().isPossible()), moving::toString);

        acts(rowan, () -> move(moving, Part.ALL));

        for (int nth = 0; nth < 4; nth++) {
            assertEquals(monday.plusWeeks(nth + 1).atTime(TEN), wall(all.get(nth)));
        }
        assertEquals(seriesOf(all.get(0)), seriesOf(all.get(3)));
    }

    @Test
    void ofASeriesThatCannotMoveWholeNothingMoves() {
        List<UUID> all = series(3);
        List<Repeating.Moved> moving = as(rowan, () -> repeating.moving(all.get(0), Part.ALL, monday.atTime(15, 0)));
        booked(monday.plusWeeks(2).atTime(15, 0));

        assertThrows(SeriesDoesNotFit.class, () -> acts(rowan, () -> move(moving, Part.ALL)));

        for (int nth = 0; nth < 3; nth++) {
            assertEquals(monday.plusWeeks(nth).atTime(TEN), wall(all.get(nth)));
        }
    }

    @Test
    void thisAndTheFollowingAreGivenBackAndNeverCharged() {
        List<UUID> all = series(4);
        acts(rowan, () -> diary.move(all.get(3), monday.plusWeeks(3).atTime(11, 0), false));
        acts(rowan, () -> diary.cancel(all.get(1), Part.FOLLOWING));
        assertEquals(
                List.of("CONFIRMED", "CANCELLED", "CANCELLED", "CONFIRMED"),
                all.stream().map(id -> entry(id).status().name()).toList());
        assertFalse(as(rowan, () -> diary.find(all.get(1))).chargeable());
        acts(rowan, () -> diary.cancel(all.get(1), Part.ONE));
    }

    @Test
    void whetherTheClientCameIsRecordedOnceItHasBegun() {
        UUID id = booked(monday.atTime(TEN));
        assertThrows(NotYetBegun.class, () -> acts(rowan, () -> diary.attended(id)));
        began(id);
        acts(rowan, () -> diary.missed(id));
        assertEquals(AppointmentStatus.NO_SHOW, entry(id).status());
        acts(rowan, () -> diary.attended(id));
        assertEquals(AppointmentStatus.DONE, entry(id).status());
        acts(rowan, () -> diary.missed(id));

        acts(rowan, () -> diary.waive(id, WaiverReason.EMERGENCY));
        assertFalse(as(rowan, () -> diary.find(id)).chargeable());
        assertEquals(0, rows.committed("appointment WHERE id = ? AND encode(reason, 'escape') LIKE '%EMERGENCY%'", id));
        rows.changeAsOwner("DELETE FROM appointment WHERE id = ?", id);
    }

    /** A time of long ago, when nobody had an appointment. */
    private void began(UUID id) {
        Instant start = Instant.parse("2020-01-06T10:00:00Z");
        rows.changeAsOwner(
                "UPDATE appointment SET starts_at = ?::timestamptz, ends_at = ?::timestamptz, blocked_from ="
                        + " ?::timestamptz, blocked_until = ?::timestamptz, free_until = ?::timestamptz WHERE id = ?",
                start.toString(),
                start.plusSeconds(3000).toString(),
                start.toString(),
                start.plusSeconds(3600).toString(),
                start.minusSeconds(3600).toString(),
                id);
    }

    @Test
    void aRequestIsApprovedOrDeclinedOnce() {
        UUID yes = booked(monday.atTime(TEN));
        UUID no = booked(monday.atTime(14, 0));
        for (UUID id : List.of(yes, no)) {
            rows.changeAsOwner("UPDATE appointment SET status = 'REQUESTED', requested_at = now() WHERE id = ?", id);
        }
        assertEquals(
                List.of(yes, no),
                as(rowan, () -> requests.waiting()).stream()
                        .map(DiaryEntry::id)
                        .filter(List.of(yes, no)::contains)
                        .toList());
        acts(rowan, () -> requests.approve(yes));
        acts(rowan, () -> requests.decline(no));
        assertEquals(AppointmentStatus.CONFIRMED, entry(yes).status());
        assertEquals(AppointmentStatus.EXPIRED, entry(no).status());
        assertThrows(WrongStatus.class, () -> acts(rowan, () -> requests.approve(no)));
        assertTrue(free(monday).contains(LocalTime.of(14, 0)));
    }
}
