package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.AlreadyDecided;
import org.safespaces.access.Cases;
import org.safespaces.access.Erasure;
import org.safespaces.access.ErasureCertificate;
import org.safespaces.access.ErasureReason;
import org.safespaces.access.ErasureRound;
import org.safespaces.access.ErasureState;
import org.safespaces.access.ErasureSteps;
import org.safespaces.access.ErasureSummary;
import org.safespaces.access.HoldReason;
import org.safespaces.access.Holds;
import org.safespaces.access.NotYours;
import org.safespaces.access.OnHold;
import org.safespaces.access.SafeContact;
import org.safespaces.keys.EndOfKeys;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;

/** A record is erased: by two people, in steps that each may be the last before a crash, and then for good. */
@InTheServer
class ErasureIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsBirch birch;

    @Inject
    private AsReed reed;

    @Inject
    private Erasure erasure;

    @Inject
    private ErasureSteps steps;

    @Inject
    private ErasureRound round;

    @Inject
    private EndOfKeys keysRound;

    @Inject
    private Holds holds;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private People people;

    @Inject
    private Booking booking;

    @Inject
    private Diary diary;

    @Inject
    private Caller caller;

    @Inject
    private OwnCases own;

    @Inject
    private SafeContact safeContact;

    @Inject
    private Erasing erasing;

    @Inject
    private Rows rows;

    private CaseId id;
    private UUID note;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aRecordOfRowans() throws IOException {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
        note = own.note(rowan, id, "what was said");
    }

    @Test
    void afterTwoPeopleHaveDecidedNothingOfTheRecordIsLeftButTheProof() throws IOException {
        List<String> keys = erasing.keysOf(id);
        assertEquals(4, erasing.living(keys));
        as(rowan, () -> {
            safeContact.freeze(id);
            return null;
        });
        UUID asked = erasing.askedByRowan(id);
        assertEquals(4, erasing.living(keys), "asking erases nothing");

        erasing.approve(alder, asked);

        assertEquals(0, erasing.living(keys));
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(id.value()));
        assertThrows(NotYours.class, () -> as(rowan, () -> cases.mine(id)));
        assertThrows(NotYours.class, () -> as(rowan, () -> notes.read(id, note)));
        ErasureCertificate proof = as(birch, () -> erasure.certificate(asked));
        assertEquals(4, proof.tombstones().size());
        assertEquals(LocalDate.now(ZoneOffset.UTC), proof.erasedOn());
        assertEquals(proof.erasedOn().plusDays(35), proof.unreadableFrom());
        for (String tombstone : proof.tombstones()) {
            assertEquals(1, rows.inKeystore("tombstone WHERE encode(hash, 'hex') = '" + tombstone + "'"));
            String reference = tombstone.substring(0, 32);
            assertEquals(
                    1,
                    rows.committed(
                            "audit_event WHERE action = 'KEY_DESTROYED' AND replace(object_ref::text, '-', '') = ?",
                            reference));
        }
        assertEquals(
                List.of("ERASURE_ASKED", "ERASURE_APPROVED", "CASE_ERASED"),
                rows.ofPractice(
                        "SELECT action FROM audit_event WHERE object_ref = ? AND action LIKE '%ERAS%' ORDER BY seq",
                        id.value()));
    }

    @Test
    void anAdminDecidesByDesignationAndReasonAndIsToldNothingElse() throws IOException {
        UUID asked = erasing.askedByRowan(id);

        ErasureSummary seen = as(birch, () -> erasure.all()).stream()
                .filter(each -> each.id().equals(asked))
                .findFirst()
                .orElseThrow();
        assertEquals(ErasureReason.CLIENT_ASKED, seen.reason());
        assertEquals(Optional.empty(), seen.askedBy());
        erasing.approve(birch, asked);

        assertEquals(ErasureState.ERASED, state(asked));
    }

    @Test
    void whoAsksIsNeverTheSecondPerson() throws IOException {
        UUID asked = erasing.askedByRowan(id);

        assertThrows(NotYours.class, () -> erasing.approve(rowan, asked));

        assertEquals(ErasureState.ASKED, state(asked));
        assertEquals(4, erasing.living(erasing.keysOf(id)));
        // an admin who was a therapist when she asked is still the one who asked
        UUID birchs = as(birch, () -> caller.account());
        rows.change("UPDATE erasure SET asked_by_account = ? WHERE id = ?", birchs, asked);
        assertThrows(NotYours.class, () -> erasing.approve(birch, asked));
        assertEquals(ErasureState.ASKED, state(asked));
        own.leave(id);
    }

    @Test
    void withoutHerPhraseSheAsksForNothing() {
        assertThrows(
                WrongPhrase.class,
                () -> as(rowan, () -> {
                    erasure.ask(id, ErasureReason.CLIENT_ASKED, "six words that nobody ever drew");
                    return null;
                }));

        assertEquals(Optional.empty(), as(rowan, () -> erasure.waitingFor(id)));
        own.leave(id);
    }

    @Test
    void nobodyAsksForARecordThatIsNotHers() throws IOException {
        String phrase = Development.secret("alder.phrase");

        assertThrows(
                NotYours.class,
                () -> as(alder, () -> {
                    erasure.ask(id, ErasureReason.CLIENT_ASKED, phrase);
                    return null;
                }));
        own.leave(id);
    }

    @Test
    void whatIsWithdrawnOrRefusedStaysAndCanBeAskedForAgain() throws IOException {
        UUID first = erasing.askedByRowan(id);
        assertThrows(AlreadyDecided.class, () -> erasing.askedByRowan(id));
        as(rowan, () -> {
            erasure.withdraw(first);
            return null;
        });
        assertThrows(AlreadyDecided.class, () -> erasing.approve(alder, first));

        UUID second = erasing.askedByRowan(id);
        as(birch, () -> {
            erasure.refuse(second);
            return null;
        });

        assertThrows(AlreadyDecided.class, () -> erasing.approve(alder, second));
        assertThrows(NoSuchPerson.class, () -> as(birch, () -> erasure.certificate(second)));
        assertEquals("what was said", as(rowan, () -> notes.read(id, note)).said());
        own.leave(id);
    }

    @Test
    void aHoldStopsItAtEachStep() throws IOException {
        UUID asked = erasing.askedByRowan(id);
        as(birch, () -> {
            holds.setOnAsked(id, HoldReason.COURT_OR_POLICE);
            return null;
        });

        assertThrows(OnHold.class, () -> erasing.approve(alder, asked));
        assertEquals(4, erasing.living(erasing.keysOf(id)));
        assertEquals("what was said", as(rowan, () -> notes.read(id, note)).said());
        as(rowan, () -> {
            erasure.withdraw(asked);
            return null;
        });
        assertThrows(OnHold.class, () -> erasing.askedByRowan(id));
        assertEquals(
                HoldReason.COURT_OR_POLICE,
                as(rowan, () -> holds.on(id)).orElseThrow().reason());

        as(rowan, () -> {
            holds.lift(id);
            return null;
        });
        erasing.approve(alder, erasing.askedByRowan(id));
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(id.value()));
    }

    @Test
    void anAdminHoldsWhatIsAskedForAndNoOtherRecord() {
        assertThrows(
                NoSuchPerson.class,
                () -> as(birch, () -> {
                    holds.setOnAsked(id, HoldReason.SAFEGUARDING);
                    return null;
                }));
        own.leave(id);
    }

    @Test
    void fromTheDecisionOnTheRecordIsNobodysEvenWhileItsKeysCannotBeDestroyed() throws Exception {
        List<String> keys = erasing.keysOf(id);
        UUID asked = erasing.askedByRowan(id);
        theKeystoreDestroysNothing();
        try {
            erasing.approve(alder, asked);

            assertEquals(ErasureState.ERASING, state(asked));
            assertEquals(4, erasing.living(keys));
            assertThrows(NotYours.class, () -> as(rowan, () -> notes.read(id, note)));
            assertFalse(as(rowan, () -> cases.mine()).stream()
                    .anyMatch(each -> each.id().equals(id)));
            assertThrows(NoSuchPerson.class, () -> as(alder, () -> erasure.certificate(asked)));
            round.round();
            assertEquals(ErasureState.ERASING, state(asked), "no row goes before the keys");
            assertEquals(1, rows.committed("case_item WHERE case_id = ?", id.value()));
        } finally {
            itDestroysAgain();
        }

        round.round();

        assertEquals(ErasureState.ERASED, state(asked));
        assertEquals(0, erasing.living(keys));
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(id.value()));
    }

    @Test
    void aCrashAfterTheKeysAndBeforeTheRowsIsCompletedByTheNextRound() throws Exception {
        List<String> keys = erasing.keysOf(id);
        UUID asked = erasing.askedByRowan(id);
        theKeystoreDestroysNothing();
        try {
            erasing.approve(alder, asked);
        } finally {
            itDestroysAgain();
        }
        keysRound.round();
        assertEquals(0, erasing.living(keys));
        assertEquals(ErasureState.ERASING, state(asked));
        assertEquals(1, rows.committed("case_item WHERE case_id = ?", id.value()));

        round.round();
        steps.finish(asked);
        round.round();

        assertEquals(ErasureState.ERASED, state(asked));
        assertEquals(
                1,
                rows.committed("audit_event WHERE action = 'CASE_ERASED' AND object_ref = ?", id.value()),
                "done once, however often it is gone through");
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(id.value()));
    }

    @Test
    void nobodyElsesRecordLosesAnything() throws IOException {
        CaseId other = own.openedBy(rowan);
        UUID kept = own.note(rowan, other, "stays");
        long items = rows.committed("case_item");

        erasing.approve(alder, erasing.askedByRowan(id));

        assertEquals("stays", as(rowan, () -> notes.read(other, kept)).said());
        assertEquals(items - 1, rows.committed("case_item"));
        own.leave(other);
    }

    private AppointmentSummary booked(UUID kind, Instant start) {
        UUID held = as(reed, () -> booking.hold(kind, start)).id();
        return as(reed, () -> booking.book(held, kind, start));
    }

    @Test
    void theClientLosesHerAppointmentsAheadAndIsToldWhenHerRecordWent() throws IOException {
        as(reed, () -> {
            people.join(id);
            return null;
        });
        UUID kind = as(reed, () -> booking.kinds()).get(0).id();
        List<Instant> free = as(
                        reed,
                        () -> booking.freeTimes(kind, LocalDate.now(ZoneOffset.UTC), 30, ZoneId.of("Europe/London")))
                .days()
                .stream()
                .flatMap(day -> day.times().stream())
                .map(slot -> slot.start())
                .toList();
        AppointmentSummary past = booked(kind, free.get(0));
        AppointmentSummary ahead = booked(kind, free.get(free.size() - 1));
        Duration back = Duration.ofDays(700);
        rows.change(
                "UPDATE appointment SET starts_at = starts_at - interval '700 days', ends_at = ends_at - interval '700"
                        + " days', blocked_from = blocked_from - interval '700 days',"
                        + " blocked_until = blocked_until - interval '700 days',"
                        + " free_until = free_until - interval '700 days', status = 'CONFIRMED' WHERE id = ?",
                past.id());

        erasing.approve(birch, erasing.askedByRowan(id));

        assertFalse(as(reed, () -> booking.hasJoined()));
        assertEquals(
                LocalDate.now(ZoneOffset.UTC), as(reed, () -> people.erasedOn()).orElseThrow());
        assertEquals(List.of("CANCELLED"), rows.ofPractice("SELECT status FROM appointment WHERE id = ?", ahead.id()));
        assertEquals(
                2,
                rows.committed(
                        "appointment WHERE id IN (?, ?) AND client_ref IS NULL AND client_tag IS NULL",
                        past.id(),
                        ahead.id()));
        assertEquals(0, rows.committed("booking_request WHERE appointment_id IN (?, ?)", past.id(), ahead.id()));
        DiaryEntry taken = as(
                        rowan,
                        () -> diary.day(LocalDate.ofInstant(past.start().minus(back), ZoneId.of("Europe/London"))))
                .stream()
                .filter(entry -> entry.id().equals(past.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(AppointmentStatus.CONFIRMED, taken.status());
        assertEquals(Optional.empty(), taken.designation());
        assertTrue(
                as(rowan, () -> diary.cancelled(LocalDate.ofInstant(ahead.start(), ZoneId.of("Europe/London"))))
                        .stream()
                        .anyMatch(entry ->
                                entry.id().equals(ahead.id()) && entry.caseId().isEmpty()));
        rows.change("DELETE FROM appointment WHERE id IN (?, ?)", past.id(), ahead.id());
        rows.changeAsOwnerOf("practice", "DELETE FROM erased_client");
    }

    @Test
    void twoWhoDecideAtOnceEraseItOnce() throws Exception {
        UUID asked = erasing.askedByRowan(id);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Somebody.Outcome<Object>>> outcomes = two.invokeAll(List.of(
                () -> alder.tries(() -> {
                    erasure.approve(asked);
                    return null;
                }),
                () -> birch.tries(() -> {
                    erasure.refuse(asked);
                    return null;
                })));
        two.shutdown();

        List<Throwable> failures = new ArrayList<>();
        for (Future<Somebody.Outcome<Object>> outcome : outcomes) {
            Optional.ofNullable(outcome.get().failure()).ifPresent(failures::add);
        }
        assertEquals(1, failures.size());
        assertInstanceOf(AlreadyDecided.class, failures.get(0));
        if (state(asked) == ErasureState.REFUSED) {
            assertEquals("what was said", as(rowan, () -> notes.read(id, note)).said());
            own.leave(id);
        } else {
            assertEquals(ErasureState.ERASED, state(asked));
        }
    }

    private ErasureState state(UUID asked) {
        return ErasureState.valueOf(
                rows.ofPractice("SELECT state FROM erasure WHERE id = ?", asked).get(0));
    }

    private void theKeystoreDestroysNothing() {
        rows.changeAsOwnerOf("keystore", "REVOKE DELETE ON erasure_key FROM keystore_app");
    }

    private void itDestroysAgain() {
        rows.changeAsOwnerOf("keystore", "GRANT DELETE ON erasure_key TO keystore_app");
    }
}
