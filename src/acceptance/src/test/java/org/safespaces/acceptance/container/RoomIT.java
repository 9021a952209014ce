package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.ChecksAhead;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenChecks;
import org.safespaces.notes.SafetyAnswers;
import org.safespaces.notes.SafetyCheck;
import org.safespaces.notes.SafetyChecks;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.Room;
import org.safespaces.scheduling.Rooms;

/** The room of a session, and what is asked about safety before it: for two people, and at its time. */
@InTheServer
class RoomIT {
    private static final SafetyAnswers AHEAD = new SafetyAnswers(
            "12 Mill Lane", Optional.of(true), Optional.of(false), "bluebell", "07700 900123", Optional.of(true));

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private AsReed reed;

    @Inject
    private Rooms rooms;

    @Inject
    private ChecksAhead ahead;

    @Inject
    private SafetyChecks checks;

    @Inject
    private CaseNotes notes;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnAppointments own;

    @Inject
    private OwnCases cases;

    @Inject
    private Erasing erasing;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private AtWork atReeds;
    private TherapistId rowans;
    private CaseId reeds;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    /** Reed is a client of these tests only, with a record of her own. */
    @BeforeEach
    void reedIsAClientOfRowans() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atReeds = AtWork.locked(reed);
        rowans = atRowans.does(() -> caller.therapist()).orElseThrow();
        reeds = atRowans.does(cases::opened);
        own.join(Somebody.REED, reeds);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        own.remove();
        own.leave(Somebody.REED);
        cases.leave(reeds);
    }

    @Test
    void aRoomOpensAQuarterOfAnHourBeforeAndClosesOneAfter() {
        assertEquals(Room.Door.NOT_YET, door(Duration.ofMinutes(16)));
        assertEquals(Room.Door.OPEN, door(Duration.ofMinutes(14)));
        assertEquals(Room.Door.OPEN, door(Duration.ofMinutes(-64)));
        assertEquals(Room.Door.OVER, door(Duration.ofMinutes(-66)));
    }

    private Room.Door door(Duration until) {
        UUID id = own.confirmed(rowans, reeds, clock.instant().plus(until));
        Room hers = atReeds.does(() -> rooms.mine(id));
        Room his = atRowans.does(() -> rooms.inDiary(id));
        assertEquals(hers.door(), his.door());
        assertEquals(hers.door() == Room.Door.OPEN, hers.link().isPresent());
        own.remove();
        return hers.door();
    }

    @Test
    void bothMeetInOneRoomWhoseNameNobodyElseCanRead() {
        UUID id = own.confirmed(rowans, reeds, now());
        UUID another =
                own.confirmed(rowans, reeds, now().plus(Duration.ofMinutes(5).plusHours(2)));

        String link = atReeds.does(() -> rooms.mine(id)).link().orElseThrow();

        assertEquals(link, atRowans.does(() -> rooms.inDiary(id)).link().orElseThrow());
        assertTrue(link.matches("https://[^/]+/[0-9a-f]{32}"), link);
        String name = link.substring(link.lastIndexOf('/') + 1);
        assertEquals(
                "3",
                rows.ofPractice("SELECT version FROM appointment WHERE id = ?", id)
                        .get(0));
        assertEquals(1, rows.committed("appointment WHERE id = ? AND video IS NOT NULL", id));
        assertEquals(
                0, rows.committed("appointment WHERE id = ? AND video IS NOT NULL", another), "drawn when it opens");
        assertFalse(rows.ofPractice("SELECT row_to_json(a)::text FROM appointment a WHERE id = ?", id)
                .toString()
                .contains(
                        java.util.HexFormat.of().formatHex(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    @Test
    void nobodyElseFindsIt() {
        UUID id = own.confirmed(rowans, reeds, now());

        assertThrows(NoSuchPerson.class, () -> AtWork.locked(linen).does(() -> rooms.mine(id)));
        assertThrows(NoSuchPerson.class, () -> AtWork.locked(alder).does(() -> rooms.inDiary(id)));
        assertThrows(NoSuchPerson.class, () -> atRowans.does(() -> rooms.inDiary(UUID.randomUUID())));
    }

    @Test
    void aTherapistWhoseClientSheIsNoMoreFindsItNeither() {
        UUID id = own.confirmed(rowans, reeds, now());
        rows.change("DELETE FROM caseload WHERE case_id = ?", reeds.value());

        assertThrows(NotYours.class, () -> atRowans.does(() -> rooms.inDiary(id)));
    }

    @Test
    void byPhoneInPersonAndWhenItIsCancelledThereIsNoRoom() {
        UUID phone = own.at(rowans, reeds, now(), "CONFIRMED", own.type("PHONE"));
        assertTrue(atReeds.does(() -> rooms.mine(phone)).link().isEmpty());
        own.remove();
        UUID person = own.at(rowans, reeds, now(), "CONFIRMED", own.type("IN_PERSON"));
        assertTrue(atReeds.does(() -> rooms.mine(person)).link().isEmpty());
        own.remove();
        for (String status : List.of("CANCELLED", "REQUESTED", "HELD", "EXPIRED")) {
            UUID none = own.at(rowans, reeds, now(), status, own.type("ONLINE"));
            assertEquals(Room.Door.NONE, atReeds.does(() -> rooms.mine(none)).door(), status);
            own.remove();
        }
    }

    @Test
    void whatSheAnswersAheadIsOpenedByHerTherapistAndByNobodyElse() {
        UUID check = check();

        atReeds.acts(() -> ahead.send(check, AHEAD));

        assertEquals(1, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertFalse(rows.ofPractice("SELECT encode(sealed, 'escape') FROM sent_check")
                .toString()
                .contains("Mill"));
        assertThrows(NotYours.class, () -> AtWork.unlocked(alder, lock, "alder").does(() -> checks.open(reeds, check)));
        SafetyCheck opened = open(check).here().orElseThrow();
        assertEquals(SafetyCheck.By.CLIENT, opened.by());
        assertEquals(AHEAD, opened.answers());
        assertFalse(opened.settled());
        assertEquals(0, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertEquals(1, rows.committed("case_item WHERE case_id = ? AND kind = 'CHECK'", reeds.value()));
        assertEquals(AHEAD, open(check).here().orElseThrow().answers(), "it stays");
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)));
        assertTrue(atRowans.does(() -> notes.list(reeds)).isEmpty(), "it is no note");
    }

    @Test
    void sentAgainItTakesThePlaceOfWhatNobodyHasOpened() {
        UUID check = check();
        atReeds.acts(() -> ahead.send(check, AHEAD));
        SafetyAnswers elsewhere =
                new SafetyAnswers("At my sister's", Optional.of(false), Optional.empty(), "", "", Optional.empty());

        atReeds.acts(() -> ahead.send(check, elsewhere));

        assertEquals(1, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertEquals(elsewhere, open(check).here().orElseThrow().answers());
        atReeds.acts(() -> ahead.send(check, AHEAD));
        assertEquals(AHEAD, open(check).here().orElseThrow().answers());
        assertEquals(2, open(check).here().orElseThrow().version());
        assertTrue(atReeds.does(() -> ahead.sentOn(check)).isPresent());
    }

    @Test
    void aSessionBeginsWhenItWasAskedOrForAReason() {
        UUID check = check();
        atReeds.acts(() -> ahead.send(check, AHEAD));
        open(check);

        atRowans.acts(() -> checks.confirm(reeds, check, 1, AHEAD));

        assertTrue(open(check).here().orElseThrow().settled());
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> checks.confirm(reeds, check, 1, AHEAD)));
        UUID next = check();
        assertEquals(AHEAD, open(next).last().orElseThrow().answers());
        atRowans.acts(() -> checks.goOnWithout(reeds, next, 0, "no time"));
        SafetyCheck without = open(next).here().orElseThrow();
        assertTrue(without.settled());
        assertEquals("no time", without.without().orElseThrow());
        assertEquals(AHEAD, open(check()).last().orElseThrow().answers(), "what was left out answers nothing");
        assertEquals(
                2, rows.committed("audit_event WHERE action = 'CHECK_WRITTEN' AND object_ref IN (?, ?)", check, next));
    }

    @Test
    void aReadingIsWrittenDownBeforeAnythingOpens() {
        UUID check = check();
        atReeds.acts(() -> ahead.send(check, AHEAD));

        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> checks.open(reeds, check)));

        assertEquals(1, rows.committed("audit_event WHERE action = 'CHECK_OPENED' AND object_ref = ?", check));
    }

    @Test
    void theIdOfACheckTellsNobodyOfWhichSession() {
        UUID id = own.confirmed(rowans, reeds, now());
        UUID check = atReeds.does(() -> rooms.mine(id)).check().orElseThrow();

        atReeds.acts(() -> ahead.send(check, AHEAD));

        assertEquals(check, atRowans.does(() -> rooms.inDiary(id)).check().orElseThrow());
        assertFalse(check.equals(id));
        assertEquals(List.of("appointment.id"), erasing.whereItIsNamed(id));
    }

    @Test
    void whoeverIsGivenTheCaseOpensWhatWasSentBeforeAndAfter() {
        UUID before = check();
        UUID after = check();
        atReeds.acts(() -> ahead.send(before, AHEAD));
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        TherapistId alders = atAlders.does(() -> caller.therapist()).orElseThrow();

        atRowans.acts(() -> handOvers.offer(reeds, alders));
        assertEquals(0, rows.committed("sent_check WHERE case_id = ?", reeds.value()), "taken in before it is shared");
        atReeds.acts(() -> ahead.send(after, AHEAD));
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(each -> each.caseId().equals(reeds))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();
        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(0, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertEquals(
                AHEAD,
                atAlders.does(() -> checks.open(reeds, before))
                        .here()
                        .orElseThrow()
                        .answers());
        assertEquals(
                AHEAD,
                atAlders.does(() -> checks.open(reeds, after))
                        .here()
                        .orElseThrow()
                        .answers());
        assertThrows(NotYours.class, () -> open(after));
    }

    @Test
    void anErasedRecordTakesThemWithIt() throws IOException {
        UUID check = check();
        atReeds.acts(() -> ahead.send(check, AHEAD));
        UUID asked = atRowans.does(() -> erasing.askedByRowan(reeds));

        erasing.approve(alder, asked);

        // the log names a client by her case: she had sent something
        assertEquals(
                List.of("audit_event.actor", "audit_event.object_ref", "erasure.case_id"),
                erasing.whereItIsNamed(reeds.value()));
        assertEquals(0, rows.committed("sent_check_wrap WHERE check_id = ?", check));
        assertEquals(0, rows.committed("case_item WHERE item_id = ?", check));
    }

    private UUID check() {
        return UUID.randomUUID();
    }

    private OpenChecks open(UUID check) {
        return atRowans.does(() -> checks.open(reeds, check));
    }

    private Instant now() {
        return clock.instant();
    }
}
