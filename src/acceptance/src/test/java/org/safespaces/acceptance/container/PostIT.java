package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.access.ContactNews;
import org.safespaces.access.NotYours;
import org.safespaces.access.SafeContact;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.mail.PostBag;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactCard;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.PartOfDay;
import org.safespaces.people.ReminderWish;
import org.safespaces.people.SafeTimes;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentChanged;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;
import org.safespaces.scheduling.Reminders;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Letters to a client: by her card, at her hours, once, or not at all; decided when they go, with a real mailbox behind. */
@InTheServer
class PostIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration PAUSE = Duration.ofMinutes(3);
    private static final List<String> ONE_LETTER = List.of("A message is waiting");
    private static final UUID THERAPY = UUID.fromString("5c0e6a54-3f7b-4c58-9d0a-2f1b8e6d7a01");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private SafeContact safeContact;

    @Inject
    private Reminders reminders;

    @Inject
    private Mailer mailer;

    @Inject
    private PostBag bag;

    @Inject
    private Event<AppointmentChanged> news;

    @Inject
    private Caller caller;

    @Inject
    private OwnCases own;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private CaseId client;
    private UUID appointment;
    private Instant start;
    private String address;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @BeforeEach
    void aClientOfRowans() throws IOException {
        own.unlock(rowan, "rowan");
        client = own.openedBy(rowan);
        // other tests had other hours: what was sent in theirs would count as told just now
        rows.changeAsOwner("DELETE FROM outbox WHERE state <> 'WAITING'");
        address = UUID.randomUUID() + "@example.org";
        appointment = UUID.randomUUID();
        start = clock.instant().plus(Duration.ofDays(4)).truncatedTo(ChronoUnit.MINUTES);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        rows.change("DELETE FROM appointment WHERE id = ?", appointment);
        rows.changeAsOwner("DELETE FROM follow_up WHERE subject_id = ?", client.value());
        own.leave(client);
    }

    @Test
    void aChangeIsToldAfterThreeMinutesByOneNeutralLetter() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.BOOKED, By.CLIENT);
        post();
        assertEquals(List.of(), Mailbox.to(address));

        pass(PAUSE);
        assertEquals(ONE_LETTER, Mailbox.to(address));
        assertEquals("SENT", state("TIME_BOOKED"));
        assertEquals("SENT", state("DIARY_BOOKED"), "her therapist");
        post();
        assertEquals(ONE_LETTER, Mailbox.to(address), "once");
    }

    @Test
    void nobodyIsToldWhatSheHasJustDoneHerself() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.BOOKED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(ONE_LETTER, Mailbox.to(address));
        assertEquals("", state("DIARY_BOOKED"));
    }

    @Test
    void withoutAConfirmedCardNothingGoesAndThatIsWrittenDown() throws Exception {
        changed(Kind.BOOKED, By.THERAPIST);
        long refused = refusals("TIME_BOOKED");
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_BOOKED"));
        assertEquals(refused + 1, refusals("TIME_BOOKED"));

        as(rowan, done(() -> safeContact.confirm(client, terms(Optional.empty(), SafeTimes.any(), false))));
        changed(Kind.MOVED, By.THERAPIST);
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_MOVED"), "she looks here, and wants no letters");
        assertEquals(List.of(), Mailbox.to(address));
    }

    @Test
    void aLetterWaitsForTheSafeHour() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), LONDON).plusDays(2);
        agree(morningOf(day.getDayOfWeek()));
        changed(Kind.BOOKED, By.CLIENT);
        pass(PAUSE);
        assertEquals("WAITING", state("TIME_BOOKED"));
        assertEquals("SENT", state("DIARY_BOOKED"), "her therapist does not wait");

        passTo(day.atTime(7, 59).atZone(LONDON).toInstant());
        assertEquals("WAITING", state("TIME_BOOKED"));
        assertEquals(List.of(), Mailbox.to(address));

        passTo(day.atTime(8, 0).atZone(LONDON).toInstant());
        assertEquals("SENT", state("TIME_BOOKED"));
        assertEquals(ONE_LETTER, Mailbox.to(address));
    }

    @Test
    void whatWouldComeTooLateDoesNotGo() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), LONDON).plusDays(2);
        agree(morningOf(day.getDayOfWeek()));
        start = clock.instant().plus(Duration.ofHours(20));
        changed(Kind.BOOKED, By.CLIENT);
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_BOOKED"));
        assertEquals(1, refusals("TIME_BOOKED"));
    }

    @Test
    void nothingGoesOnceLettersAreFrozenAlsoWhatWaited() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.BOOKED, By.THERAPIST);
        as(rowan, done(() -> safeContact.freeze(client)));
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_BOOKED"));

        agree(SafeTimes.any());
        changed(Kind.MOVED, By.THERAPIST);
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_MOVED"), "confirming is not looking");

        as(rowan, done(() -> safeContact.resume(client)));
        changed(Kind.CANCELLED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(ONE_LETTER, Mailbox.to(address));
        assertThrows(NotYours.class, () -> as(alder, done(() -> safeContact.resume(client))));
    }

    @Test
    void whoeverCannotComeBecauseItIsNotSafeHearsNothingUntilHerTherapistHasLooked() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.CANCELLED_UNSAFE, By.CLIENT);
        assertEquals(
                Set.of(ContactCard.Stop.PAUSED),
                as(rowan, () -> safeContact.standing(client)).stops());
        assertEquals(
                1,
                rows.committed(
                        "follow_up WHERE subject = 'CASE' AND subject_id = ? AND state = 'RAISED'", client.value()));
        assertTrue(as(rowan, () -> safeContact.news()).stream()
                .map(ContactNews::caseId)
                .anyMatch(client::equals));

        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_CANCELLED"));
        assertEquals("SENT", state("DIARY_CANCELLED"), "as of any other");
        assertEquals(List.of(), Mailbox.to(address));

        as(rowan, done(() -> safeContact.resume(client)));
        changed(Kind.BOOKED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(ONE_LETTER, Mailbox.to(address));
    }

    @Test
    void ofAChangeThatIsTakenBackWithinMinutesNobodyHears() throws Exception {
        agree(SafeTimes.any());
        hasAnAppointment("THERAPIST");
        changed(Kind.BOOKED, By.THERAPIST);
        changed(Kind.CANCELLED, By.THERAPIST);
        pass(PAUSE);
        assertEquals("DROPPED", state("TIME_BOOKED"));
        assertEquals("", state("TIME_CANCELLED"));
        assertEquals(List.of(), Mailbox.to(address));
    }

    @Test
    void whatSomebodyElseTakesBackIsTold() throws Exception {
        agree(SafeTimes.any());
        hasAnAppointment("CLIENT");
        changed(Kind.BOOKED, By.CLIENT);
        changed(Kind.CANCELLED, By.THERAPIST);
        pass(PAUSE);
        assertEquals("SENT", state("TIME_CANCELLED"));
        assertEquals(ONE_LETTER, Mailbox.to(address), "she believes that she has a session");
        assertEquals("DROPPED", state("DIARY_BOOKED"), "her therapist knows it");
    }

    @Test
    void ofSeveralChangesSheHearsOnce() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.BOOKED, By.THERAPIST);
        changed(Kind.MOVED, By.THERAPIST);
        changed(Kind.MOVED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(ONE_LETTER, Mailbox.to(address));
        changed(Kind.MOVED, By.THERAPIST);
        changed(Kind.MOVED, By.THERAPIST);
        changed(Kind.CANCELLED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(2, Mailbox.to(address).size());
    }

    @Test
    void ofARowOfSessionsSheHearsOnce() throws Exception {
        agree(SafeTimes.any());
        TherapistId therapist = as(rowan, () -> caller.therapist()).orElseThrow();
        inTransaction(() -> as(rowan, done(() -> {
            for (int week = 0; week < 12; week++) {
                news.fire(new AppointmentChanged(
                        UUID.randomUUID(),
                        client,
                        therapist,
                        Kind.BOOKED,
                        start.plus(Duration.ofDays(7L * week)),
                        By.THERAPIST));
            }
        })));
        pass(PAUSE);
        pass(Duration.ofMinutes(1));
        assertEquals(ONE_LETTER, Mailbox.to(address));
        changed(Kind.MOVED, By.THERAPIST);
        pass(PAUSE);
        assertEquals(2, Mailbox.to(address).size(), "what comes later is told");
    }

    @Test
    void aLetterThatDoesNotGoIsTriedThreeTimesMoreAndThenHerTherapistSeesIt() throws Exception {
        as(
                rowan,
                done(() -> safeContact.confirm(client, terms(Optional.of("nowhere at all"), SafeTimes.any(), false))));
        changed(Kind.BOOKED, By.THERAPIST);
        pass(PAUSE);
        for (int minutes : new int[] {1, 5, 30}) {
            assertEquals("WAITING", state("TIME_BOOKED"));
            pass(Duration.ofMinutes(minutes));
        }
        assertEquals("DEAD", state("TIME_BOOKED"));
        assertEquals(
                4,
                Integer.parseInt(one("SELECT attempts FROM outbox WHERE subject_id = ? AND letter = 'TIME_BOOKED'")));
        assertTrue(as(rowan, () -> safeContact.standing(client)).notDelivered().isPresent());
        assertTrue(as(rowan, () -> safeContact.news()).stream()
                .map(ContactNews::caseId)
                .anyMatch(client::equals));

        asIfItHadEnded("6 days");
        assertEquals("DEAD", state("TIME_BOOKED"), "also after a weekend");
        asIfItHadEnded("2 days");
        assertEquals("", state("TIME_BOOKED"));
    }

    @Test
    void whatIsOverIsForgottenAfterADay() throws Exception {
        agree(SafeTimes.any());
        changed(Kind.BOOKED, By.THERAPIST);
        pass(PAUSE);
        asIfItHadEnded("23 hours");
        assertEquals("SENT", state("TIME_BOOKED"));
        asIfItHadEnded("2 hours");
        assertEquals("", state("TIME_BOOKED"));
    }

    private void asIfItHadEnded(String earlier) {
        rows.change("UPDATE outbox SET ended_at = ended_at - ?::interval WHERE subject_id = ?", earlier, appointment);
        bag.forgetOld();
    }

    /** Besides these four rounds the server's own goes about, too. */
    @Test
    void ofManyRoundsAtOnceNoneSendsALetterThatAnotherSends() throws Exception {
        agree(SafeTimes.any());
        int letters = 40;
        inTransaction(() -> {
            for (int i = 0; i < letters; i++) {
                mailer.send(Letter.MESSAGE_WAITING, client.value());
            }
        });
        ExecutorService rounds = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(rounds.submit(() -> {
                    while (bag.sendNext()) {
                        Thread.onSpinWait();
                    }
                    return true;
                }));
            }
            for (Future<Boolean> round : all) {
                assertTrue(round.get());
            }
        } finally {
            rounds.shutdown();
        }
        post();
        assertEquals(Collections.nCopies(letters, "A message is waiting"), Mailbox.to(address));
    }

    @Test
    void aReminderGoesAtTheLastSafeMomentAndSaysTheTimeToWhoeverWantsIt() throws Exception {
        LocalDate tuesday = LocalDate.ofInstant(clock.instant(), LONDON)
                .plusDays(10)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        start = tuesday.atTime(10, 0).atZone(LONDON).toInstant();
        SafeTimes sundays = new SafeTimes(false, Set.of(new SafeTimes.Part(DayOfWeek.SUNDAY, PartOfDay.EVENING)));
        as(rowan, done(() -> safeContact.confirm(client, terms(Optional.of(address), sundays, true))));
        hasAnAppointment("THERAPIST");
        changed(Kind.APPROVED, By.THERAPIST);
        assertEquals("WAITING", state("FIRST_REMINDER"));
        assertEquals(
                List.of(appointment),
                as(rowan, () -> reminders.withoutMoment(client)).stream()
                        .map(entry -> entry.id())
                        .toList(),
                "no safe time comes between the first and the second");

        LocalDate sunday = tuesday.minusDays(2);
        passTo(sunday.atTime(LocalTime.of(20, 44)).atZone(LONDON).toInstant());
        assertEquals("WAITING", state("FIRST_REMINDER"));
        int before = Mailbox.to(address).size();
        passTo(sunday.atTime(LocalTime.of(20, 45)).atZone(LONDON).toInstant());
        assertEquals("SENT", state("FIRST_REMINDER"));
        assertEquals(before + 1, Mailbox.to(address).size());
        assertEquals(1, Collections.frequency(Mailbox.to(address), "Reminder: Tuesday 10:00 (London time)"));

        passTo(start.minus(Duration.ofHours(3)));
        assertEquals("DROPPED", state("SECOND_REMINDER"));
        assertEquals(before + 1, Mailbox.to(address).size());
    }

    @Test
    void remindersMoveAndGoWithTheAppointment() throws Exception {
        agree(SafeTimes.any());
        hasAnAppointment("THERAPIST");
        changed(Kind.BOOKED, By.THERAPIST);
        pass(PAUSE);
        Instant first = start;
        start = start.plus(Duration.ofDays(2));
        rows.change(
                "UPDATE appointment SET starts_at = ?, ends_at = ?, blocked_from = ?, blocked_until = ? WHERE id = ?",
                at(start),
                at(start.plusSeconds(3000)),
                at(start),
                at(start.plusSeconds(3000)),
                appointment);
        changed(Kind.MOVED, By.THERAPIST);
        assertEquals("WAITING", state("FIRST_REMINDER"));
        passTo(first.minus(Duration.ofHours(23)));
        assertEquals(2, Mailbox.to(address).size(), "booked and moved, and no reminder of a time that is none");

        passTo(start.minus(Duration.ofHours(24)));
        assertEquals(3, Mailbox.to(address).size());
        rows.change("UPDATE appointment SET status = 'CANCELLED' WHERE id = ?", appointment);
        passTo(start.minus(Duration.ofHours(2)));
        assertEquals("DROPPED", state("SECOND_REMINDER"), "nobody has said so, and it is seen all the same");
        assertEquals(3, Mailbox.to(address).size());
    }

    @Test
    void theTablesSayNeitherWhoNorWhereNorWhy() throws Exception {
        agree(SafeTimes.any());
        String quiet = one("SELECT length(sealed)::text FROM contact_card WHERE case_id = ?", client.value());
        changed(Kind.CANCELLED_UNSAFE, By.CLIENT);
        pass(PAUSE);
        assertEquals(quiet, one("SELECT length(sealed)::text FROM contact_card WHERE case_id = ?", client.value()));
        for (String table : List.of("contact_card", "outbox")) {
            for (String row : rows.ofPractice("SELECT t::text FROM " + table + " t")) {
                assertFalse(row.contains("example"), table);
            }
        }
        assertEquals(
                0,
                rows.committed(
                        "outbox o WHERE o::text LIKE '%' || ? || '%'",
                        client.value().toString()),
                "an appointment and its client do not stand beside each other");
        assertFalse(rows.ofPractice("SELECT encode(sealed, 'escape') FROM contact_card").stream()
                .anyMatch(card -> card.contains(address)));
    }

    @Test
    void onlySheWhoHoldsTheCaseConfirmsHowItsClientIsReached() {
        assertThrows(NotYours.class, () -> as(alder, done(() -> safeContact.confirm(client, anything()))));
        assertThrows(NotYours.class, () -> as(alder, () -> safeContact.agreed(client)));
        assertThrows(NotYours.class, () -> as(alder, done(() -> safeContact.freeze(client))));
        assertThrows(
                jakarta.ejb.EJBAccessException.class,
                () -> as(linen, done(() -> safeContact.confirm(client, anything()))));
        agree(SafeTimes.any());
        assertEquals(
                Optional.of(address),
                as(rowan, () -> safeContact.agreed(client)).orElseThrow().mail());
        assertEquals(
                1,
                rows.committed("audit_event WHERE action = 'CONTACT_CARD_CHANGED' AND object_ref = ?", client.value()));
    }

    private ContactTerms anything() {
        return terms(Optional.of(address), SafeTimes.any(), false);
    }

    private void agree(SafeTimes times) {
        as(rowan, done(() -> safeContact.confirm(client, terms(Optional.of(address), times, false))));
    }

    private static ContactTerms terms(Optional<String> mail, SafeTimes times, boolean timeSaid) {
        return new ContactTerms(mail, false, false, false, times, false, new ReminderWish(true, true, timeSaid));
    }

    private static SafeTimes morningOf(DayOfWeek day) {
        return new SafeTimes(false, Set.of(new SafeTimes.Part(day, PartOfDay.MORNING)));
    }

    /** One of hers that is agreed on, at the time of {@link #start}. */
    private void hasAnAppointment(String madeBy) {
        TherapistId therapist = as(rowan, () -> caller.therapist()).orElseThrow();
        byte[] ref = serverSeal
                .sealId(client.value(), new Column("appointment", "client_ref"), appointment)
                .bytes();
        byte[] tag = serverSeal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(client.value()));
        rows.change(
                "INSERT INTO appointment (id, therapist_id, client_ref, client_tag, type_id, wall_start, zone, starts_at,"
                        + " ends_at, blocked_from, blocked_until, free_until, status, made_by)"
                        + " VALUES (?, ?, ?, ?, ?, '2027-01-05T10:00', 'Europe/London', ?, ?, ?, ?, ?, 'CONFIRMED', ?)",
                appointment,
                therapist.value(),
                ref,
                tag,
                THERAPY,
                at(start),
                at(start.plusSeconds(3000)),
                at(start),
                at(start.plusSeconds(3000)),
                at(start.minusSeconds(7200)),
                madeBy);
    }

    private void changed(Kind kind, By by) throws Exception {
        TherapistId therapist = as(rowan, () -> caller.therapist()).orElseThrow();
        Somebody who = by == By.CLIENT ? linen : rowan;
        inTransaction(() -> as(
                who, done(() -> news.fire(new AppointmentChanged(appointment, client, therapist, kind, start, by)))));
    }

    private void inTransaction(Runnable act) throws Exception {
        transaction.begin();
        try {
            act.run();
            transaction.commit();
        } catch (RuntimeException failure) {
            transaction.rollback();
            throw failure;
        }
    }

    /** As many rounds as it takes until nothing is due. The server's own round may be at one of them. */
    private void post() {
        while (rows.committed("outbox WHERE state = 'WAITING' AND not_before <= ?", at(clock.instant())) > 0) {
            bag.sendNext();
        }
    }

    private void pass(Duration time) {
        MovableClock.pass(time);
        post();
    }

    private void passTo(Instant then) {
        pass(Duration.between(clock.instant(), then));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What has become of the newest letter of this kind about the appointment; nothing when there is none. */
    private String state(String letter) {
        return rows
                .ofPractice(
                        "SELECT state FROM outbox WHERE subject_id = ? AND letter = ? ORDER BY ended_at DESC NULLS FIRST",
                        appointment,
                        letter)
                .stream()
                .findFirst()
                .orElse("");
    }

    private long refusals(String letter) {
        return rows.committed(
                "audit_event WHERE action = 'LETTER_REFUSED' AND object_ref IN"
                        + " (SELECT id FROM outbox WHERE subject_id = ? AND letter = ?)",
                appointment,
                letter);
    }

    private String one(String query) {
        return one(query, appointment);
    }

    private String one(String query, UUID id) {
        return rows.ofPractice(query, id).get(0);
    }

    private static Callable<Void> done(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }
}
