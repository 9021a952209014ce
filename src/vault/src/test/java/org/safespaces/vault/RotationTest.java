package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Handing over, covering, and beginning anew. */
class RotationTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(practice.ada, at, "before");

    @Test
    void afterHandoverOnlyTheReceiverReadsWhatFollows() {
        handOverToBen();
        SealedItem moved = rewrapped(practice.ben, note);
        ItemAddress place = Practice.first(part);
        SealedItem later = practice.written(practice.ben, place, "after");

        assertEquals("before", practice.read(practice.ben, moved, at));
        assertEquals("after", practice.read(practice.ben, later, place));
        Refused.by(() -> practice.read(practice.ada, later, place));
        Refused.by(() -> practice.read(practice.ada, moved, at));
        Refused.by(() -> practice.written(practice.ada, Practice.first(part), "still here"));
    }

    @Test
    void onceTheOldErasureKeyIsGoneTheOldOwnerReadsNothingEvenFromACopy() {
        handOverToBen();
        practice.rows.destroy(practice.rows.epochs(part).get(0).ekId());

        Refused.by(() -> practice.read(practice.ada, note, at));
        Refused.by(() -> practice.read(practice.ben, note, at));
    }

    @Test
    void rewrappingTouchesNeitherTextNorSignatureNorChain() {
        handOverToBen();
        SealedItem moved = rewrapped(practice.ben, note);

        assertEquals(note.text(), moved.text());
        assertArrayEquals(note.signature(), moved.signature());
        assertArrayEquals(note.versionHash(at), moved.versionHash(at));
        assertNotEquals(note.wrappedDek(), moved.wrappedDek());
        assertEquals(1, moved.epoch());
    }

    @Test
    void manyKeysAreMovedAtOnceEachAtItsOwnAddressOnly() {
        ItemAddress place = Practice.first(part);
        SealedItem second = practice.written(practice.ada, place, "second");
        CasePart elsewhere = practice.opened(Compartment.IDENTITY);
        rotate(practice.ada, practice.ada);
        Rewrapping moving = practice.vault(practice.ada).rewrapping(part, Practice.why(part));

        SealedItem movedNote = moved(moving, note, at);
        SealedItem movedSecond = moved(moving, second, place);

        assertEquals("before", practice.read(practice.ada, movedNote, at));
        assertEquals("second", practice.read(practice.ada, movedSecond, place));
        assertEquals(1, movedNote.epoch());
        Refused.by(() -> moved(moving, note, place));
        Refused.by(() -> moved(moving, note, Practice.first(elsewhere)));
        Refused.by(() -> practice.vault(practice.ben).rewrapping(part, Practice.why(part)));
        Refused.by(() -> practice.vault(practice.ada).rewrapping(part, Practice.why(elsewhere)));
    }

    private static SealedItem moved(Rewrapping moving, SealedItem item, ItemAddress at) {
        WrappedKey key = moving.move(new WrappedKey(item.dekId(), item.wrappedDek(), item.epoch()), at);
        return item.rewrapped(key.wrapped(), key.epoch());
    }

    @Test
    void aKeyOfOneEpochDoesNotPassForOneOfAnother() {
        rotate(practice.ada, practice.ada);
        SealedItem relabelled = note.rewrapped(note.wrappedDek(), 1);
        SealedItem back = rewrapped(practice.ada, note).rewrapped(note.wrappedDek(), 1);

        Refused.by(() -> practice.read(practice.ada, relabelled, at));
        Refused.by(() -> practice.read(practice.ada, back, at));
    }

    @Test
    void bothEpochsOpenWhileItemsAreBeingMoved() {
        rotate(practice.ada, practice.ada);

        assertEquals("before", practice.read(practice.ada, note, at));
        assertEquals("before", practice.read(practice.ada, rewrapped(practice.ada, note), at));
    }

    @Test
    void rewrappingTwiceIsRewrapping() {
        rotate(practice.ada, practice.ada);
        SealedItem twice = rewrapped(practice.ada, rewrapped(practice.ada, note));

        assertEquals("before", practice.read(practice.ada, twice, at));
    }

    @Test
    void notesOfSomebodyWhoCoveredStillOpenAfterRotation() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        ItemAddress place = Practice.first(part);
        SealedItem hers = practice.written(practice.ben, place, "covered");
        rotate(practice.ada, practice.ada);
        SealedItem moved = practice.vault(practice.ada).rewrap(hers, place, Practice.why(part));

        assertEquals("covered", practice.read(practice.ada, moved, place));
        Refused.by(() -> practice.read(practice.ben, moved, place));
    }

    /** Why {@link Grants} asks for the rows of past epochs. */
    @Test
    void withoutThePastGrantsNobodyCanTellThatSheHeldTheCase() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        ItemAddress place = Practice.first(part);
        SealedItem hers = practice.written(practice.ben, place, "covered");
        practice.rows.grants.removeIf(grant -> grant.purpose() == GrantPurpose.COVER);

        Refused.by(() -> practice.read(practice.ada, hers, place));
    }

    @Test
    void aNoteFromBeforeIsNotForWhoeverJoinsUntilItIsMoved() {
        rotate(practice.ada, practice.ada, practice.cleo);

        Refused.by(() -> practice.read(practice.cleo, note, at));
        assertEquals("before", practice.read(practice.cleo, rewrapped(practice.ada, note), at));
    }

    @Test
    void whoeverRotatesStaysAHolder() {
        Vault vault = practice.vault(practice.ada);
        List<VouchedKeys> withoutHer = List.of(practice.vouched(practice.ben));

        Refused.by(() -> vault.rotate(part, withoutHer, List.of(), Practice.why(part)));
        Refused.by(() -> vault.rotate(part, List.of(), List.of(), Practice.why(part)));
    }

    @Test
    void whoeverNeverHeldItCannotRotate() {
        Vault vault = practice.vault(practice.ben);
        List<VouchedKeys> herself = List.of(practice.vouched(practice.ben));

        Refused.by(() -> vault.rotate(part, herself, List.of(), Practice.why(part)));
    }

    @Test
    void whoeverHeldItBeforeCannotBeginTheEpochAfterNext() {
        handOverToBen();
        CaseEpoch newest = practice.rows.epochs.get(1);
        CaseEpoch stolen = new CaseEpoch(
                part,
                2,
                practice.rows.claim().id(),
                newest.hash(),
                List.of(practice.ada.personId()),
                practice.ada.personId(),
                practice.ada.publicKeys().keyId(),
                Bytes.NONE);
        practice.rows.epochs.add(stolen.signed(practice.ada.sign(stolen.payload())));

        Refused.by(() -> practice.read(practice.ben, note, at));
    }

    @Test
    void anEpochTakenOutOfTheMiddleClosesTheCase() {
        rotate(practice.ada, practice.ada);
        rotate(practice.ada, practice.ada);
        practice.rows.epochs.remove(1);

        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    /** Signed by a holder, and yet on top of another past than the one that is stored. */
    @Test
    void anEpochThatNamesAnotherBeforeItClosesTheCase() {
        for (byte[] previous : List.of(new byte[64], Bytes.random(64), Bytes.NONE)) {
            CaseEpoch rootless = new CaseEpoch(
                    part,
                    1,
                    practice.rows.claim().id(),
                    previous,
                    List.of(practice.ada.personId()),
                    practice.ada.personId(),
                    practice.ada.publicKeys().keyId(),
                    Bytes.NONE);
            practice.rows.epochs.add(rootless.signed(practice.ada.sign(rootless.payload())));
            Refused.by(() -> practice.read(practice.ada, note, at));
            practice.rows.epochs.remove(1);
        }
    }

    @Test
    void anEpochTwiceClosesTheCase() {
        practice.rows.epochs.add(practice.rows.epochs.get(0));

        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    @Test
    void anEpochOfAnotherCaseClosesTheCase() {
        CasePart other = practice.opened(Compartment.CLINICAL);
        CaseEpoch foreign = practice.rows.epochs(other).get(0);
        Grants mixed = new Grants() {
            @Override
            public List<CaseEpoch> epochs(CasePart wanted) {
                return List.of(foreign);
            }

            @Override
            public List<Grant> grants(CasePart wanted) {
                return practice.rows.grants;
            }
        };
        Vault vault = practice.ada.vault(mixed, practice.rows, practice.directory(), Practice.CLOCK);

        Refused.by(() -> vault.open(note, at, Practice.why(part)));
    }

    @Test
    void whoseCoverRanOutCannotRotate() {
        long end = Practice.CLOCK.instant().getEpochSecond();
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, end);
        Vault late = practice.vault(practice.ben, Clock.offset(Practice.CLOCK, Duration.ofSeconds(1)));

        Refused.by(() -> late.rotate(part, List.of(practice.vouched(practice.ben)), List.of(), Practice.why(part)));
    }

    @Test
    void newKeysOfTheSamePersonTakeTheCaseOver() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.ada.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        practice.entries.add(entry);
        practice.vouches.add(practice.ben.vouch(entry));
        practice.give(practice.ada, newer, part, GrantPurpose.OWN, 0);
        rotate(newer, newer);

        assertEquals("before", practice.read(newer, rewrapped(newer, note), at));
    }

    @Test
    void aDraftIsItsAuthorsAloneAndSurvivesRotation() {
        UUID itemId = UUID.randomUUID();
        SealedDraft draft;
        try (ClearText text = ClearText.of("half a sent")) {
            draft = practice.vault(practice.ada).sealDraft(text, part, itemId);
        }
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        rotate(practice.ben, practice.ada, practice.ben);
        SealedDraft moved = practice.vault(practice.ben).rewrap(draft, part, itemId, Practice.why(part));

        assertEquals("half a sent", readDraft(practice.ada, draft, itemId));
        assertEquals("half a sent", readDraft(practice.ada, moved, itemId));
        Refused.by(() -> readDraft(practice.ben, moved, itemId));
        Refused.by(() -> readDraft(practice.ada, moved, UUID.randomUUID()));
    }

    private String readDraft(PersonalKeys reader, SealedDraft draft, UUID itemId) {
        try (ClearText text = practice.vault(reader).openDraft(draft, part, itemId, Practice.why(part))) {
            return text.text();
        }
    }

    @Test
    void aDraftNeverPassesForANote() {
        UUID itemId = UUID.randomUUID();
        ItemAddress address = new ItemAddress(part, itemId, 1, 0);
        SealedDraft draft;
        try (ClearText text = ClearText.of("not yet")) {
            draft = practice.vault(practice.ada).sealDraft(text, part, itemId);
        }
        SealedItem dressedUp = new SealedItem(
                draft.text(),
                draft.dekId(),
                draft.wrappedDek(),
                draft.epoch(),
                practice.ada.personId(),
                practice.ada.publicKeys().keyId(),
                Practice.TODAY,
                SealedItem.NO_PREVIOUS,
                Bytes.NONE);
        SealedItem signed = dressedUp.signed(practice.ada.sign(dressedUp.payload(address)));

        Refused.by(() -> practice.read(practice.ada, signed, address));
    }

    private void handOverToBen() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.HANDOVER, 0);
        rotate(practice.ben, practice.ben);
    }

    private void rotate(PersonalKeys by, PersonalKeys... holders) {
        List<VouchedKeys> vouched =
                Arrays.stream(holders).map(practice::vouched).toList();
        practice.rows.store(practice.vault(by).rotate(part, vouched, List.of(), Practice.why(part)));
    }

    private SealedItem rewrapped(PersonalKeys by, SealedItem item) {
        return practice.vault(by).rewrap(item, at, Practice.why(part));
    }
}
