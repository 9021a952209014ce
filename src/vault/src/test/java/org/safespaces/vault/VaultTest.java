package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(practice.ada, at, "She slept.");

    @Test
    void whatIsSealedOpensForItsAuthor() {
        assertEquals("She slept.", practice.read(practice.ada, note, at));
    }

    @Test
    void anEmptyTextIsATextToo() {
        ItemAddress other = Practice.first(part);

        assertEquals("", practice.read(practice.ada, practice.written(practice.ada, other, ""), other));
    }

    @Test
    void aTextBeyondTheLargestClassIsRefusedKindly() {
        assertThrows(TextTooLong.class, () -> practice.written(practice.ada, at, "x".repeat(262_141)));
    }

    @Test
    void aColleagueWithoutAGrantReadsNothing() {
        Refused.by(() -> practice.read(practice.ben, note, at));
    }

    @Test
    void aNoteMovedToAnotherPlaceDoesNotOpen() {
        CasePart otherCase = practice.opened(Compartment.CLINICAL);
        CasePart otherPart = new CasePart(part.tenantId(), part.caseId(), Compartment.IDENTITY);
        practice.rows.store(practice.vault(practice.ada).openCase(otherPart));

        doesNotOpenAt(new ItemAddress(otherCase, at.itemId(), 1, 0));
        doesNotOpenAt(new ItemAddress(otherPart, at.itemId(), 1, 0));
        doesNotOpenAt(new ItemAddress(part, UUID.randomUUID(), 1, 0));
        doesNotOpenAt(new ItemAddress(part, at.itemId(), 2, 0));
        doesNotOpenAt(new ItemAddress(part, at.itemId(), 1, 1));
    }

    /** Searching leaves signatures aside; the places of envelopes and keys must hold by themselves. */
    private void doesNotOpenAt(ItemAddress elsewhere) {
        Refused.by(() -> practice.read(practice.ada, note, elsewhere));
        Refused.by(() -> searched(note, elsewhere));
    }

    @Test
    void aNoteOfAnotherPracticeDoesNotOpen() {
        CasePart elsewhere = new CasePart(UUID.randomUUID(), part.caseId(), part.compartment());

        doesNotOpenAt(new ItemAddress(elsewhere, at.itemId(), 1, 0));
    }

    @Test
    void noFieldOfANoteCanBeExchangedForAnothersField() {
        ItemAddress place = Practice.first(part);
        SealedItem other = practice.written(practice.ada, place, "Something else.");

        refused(with(note, other.text(), note.dekId(), note.wrappedDek(), note.epoch()));
        refused(with(note, note.text(), other.dekId(), note.wrappedDek(), note.epoch()));
        refused(with(note, note.text(), note.dekId(), other.wrappedDek(), note.epoch()));
        refused(with(note, note.text(), note.dekId(), note.wrappedDek(), 1));
        refused(with(note, note.text(), note.dekId(), note.wrappedDek(), -1));
        refused(with(note, other.text(), other.dekId(), other.wrappedDek(), other.epoch()));
    }

    private void refused(SealedItem altered) {
        Refused.by(() -> practice.read(practice.ada, altered, at));
        Refused.by(() -> searched(altered, at));
    }

    private static SealedItem with(SealedItem item, SealedText text, UUID dekId, SealedText dek, int epoch) {
        return new SealedItem(
                text,
                dekId,
                dek,
                epoch,
                item.authorId(),
                item.authorKeyId(),
                item.day(),
                item.previousHash(),
                item.signature());
    }

    @Test
    void neitherAuthorNorDayNorSignatureCanBeAltered() {
        PersonalKeys ben = practice.ben;
        practice.give(practice.ada, ben, part, GrantPurpose.COVER, 0);

        doesNotOpen(signedBy(note, ben.personId(), note.authorKeyId(), note.day(), note.signature()));
        doesNotOpen(signedBy(note, ben.personId(), ben.publicKeys().keyId(), note.day(), note.signature()));
        doesNotOpen(signedBy(note, note.authorId(), ben.publicKeys().keyId(), note.day(), note.signature()));
        doesNotOpen(
                signedBy(note, note.authorId(), note.authorKeyId(), note.day().plusDays(1), note.signature()));
        doesNotOpen(signedBy(note, note.authorId(), note.authorKeyId(), note.day(), new byte[64]));
        doesNotOpen(signedBy(note, note.authorId(), note.authorKeyId(), note.day(), new byte[0]));
        doesNotOpen(signedBy(note, note.authorId(), note.authorKeyId(), note.day(), Hex.flipped(note.signature(), 9)));
    }

    private void doesNotOpen(SealedItem altered) {
        Refused.by(() -> practice.read(practice.ada, altered, at));
    }

    private static SealedItem signedBy(SealedItem item, UUID author, UUID authorKey, LocalDate day, byte[] signature) {
        return new SealedItem(
                item.text(),
                item.dekId(),
                item.wrappedDek(),
                item.epoch(),
                author,
                authorKey,
                day,
                item.previousHash(),
                signature);
    }

    @Test
    void aForgeryByAVouchedColleagueWhoNeverHeldTheCaseDoesNotOpen() {
        SealedItem claimed = signedBy(
                note, practice.ben.personId(), practice.ben.publicKeys().keyId(), note.day(), Bytes.NONE);

        doesNotOpen(claimed.signed(practice.ben.sign(claimed.payload(at))));
    }

    @Test
    void oneWhoHoldsNoGrantOrIsNotVouchedForCannotSeal() {
        Refused.by(() -> practice.written(practice.ben, at, "mine now"));
        Refused.by(() -> practice.vault(practice.mallory).openCase(practice.part(Compartment.CLINICAL)));
    }

    @Test
    void aCaseIsOpenedOnceOnly() {
        Refused.by(() -> practice.vault(practice.ada).openCase(part));
        Refused.by(() -> practice.vault(practice.ben).openCase(part));
    }

    @Test
    void aSecondVersionNamesTheFirst() {
        ItemAddress second = new ItemAddress(part, at.itemId(), 2, 0);
        SealedItem amended;
        try (ClearText text = ClearText.of("She slept badly.")) {
            amended = practice.vault(practice.ada).seal(text, second, note.versionHash(at));
        }

        assertEquals("She slept badly.", practice.read(practice.ada, amended, second));
        assertTrue(amended.follows(note, at));
        assertFalse(amended.follows(amended, second));
        assertFalse(amended.follows(practice.written(practice.ada, at, "She slept."), at));
    }

    @Test
    void aFirstVersionHasNothingBeforeItAndEveryOtherHas() {
        ItemAddress second = new ItemAddress(part, at.itemId(), 2, 0);
        Vault vault = practice.vault(practice.ada);
        try (ClearText text = ClearText.of("text")) {
            assertThrows(IllegalArgumentException.class, () -> vault.seal(text, at, note.versionHash(at)));
            assertThrows(IllegalArgumentException.class, () -> vault.seal(text, second, SealedItem.NO_PREVIOUS));
            assertThrows(IllegalArgumentException.class, () -> vault.seal(text, second, new byte[63]));
        }
    }

    @Test
    void anOlderVersionInPlaceOfTheNewerDoesNotOpen() {
        ItemAddress second = new ItemAddress(part, at.itemId(), 2, 0);

        doesNotOpenAt(second);
    }

    @Test
    void withTheErasureKeyDestroyedNothingOpens() {
        practice.rows.destroy(practice.rows.epochs(part).get(0).ekId());

        Refused.by(() -> practice.read(practice.ada, note, at));
        Refused.by(() -> practice.written(practice.ada, Practice.first(part), "more"));
    }

    @Test
    void anotherErasureKeyInItsPlaceOpensNothing() {
        EkId id = practice.rows.epochs(part).get(0).ekId();
        EkId other = practice.rows.claim().id();
        practice.rows.keystore.put(id, practice.rows.keystore.get(other));

        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    @Test
    void aKeystoreThatAnswersWithNothingOpensNothing() {
        Vault vault = practice.ada.vault(
                practice.rows,
                new ErasureKeys() {
                    @Override
                    public ErasureKey claim() {
                        throw new VaultException();
                    }

                    @Override
                    public ErasureKey find(EkId id) {
                        return null;
                    }

                    @Override
                    public void destroy(EkId id) {}
                },
                practice.directory(),
                Practice.CLOCK);

        Refused.by(() -> vault.open(note, at, Practice.why(part)));
    }

    @Test
    void compartmentsOfOneCaseHaveKeysOfTheirOwn() {
        CasePart identity = new CasePart(part.tenantId(), part.caseId(), Compartment.IDENTITY);
        practice.rows.store(practice.vault(practice.ada).openCase(identity));
        practice.give(practice.ada, practice.ben, part, GrantPurpose.SUPERVISION, 0);
        ItemAddress address = Practice.first(identity);
        SealedItem name = practice.written(practice.ada, address, "Her name");

        assertEquals("She slept.", practice.read(practice.ben, note, at));
        Refused.by(() -> practice.read(practice.ben, name, address));
    }

    @Test
    void closedKeysOpenAndSealNothing() {
        Vault vault = practice.vault(practice.ada);
        try (ClearText text = vault.open(note, at, Practice.why(part))) {
            assertEquals("She slept.", text.text());
        }
        CaseHead head = vault.advance(null, at, note);
        practice.ada.close();

        Refused.by(() -> vault.verify(head, List.of(HeadStep.of(at, note))));
        Refused.by(() -> vault.open(note, at, Practice.why(part)));
        Refused.by(() -> vault.openCase(practice.part(Compartment.CLINICAL)));
        Refused.by(() -> practice.ada.lock(BrowserKey.draw()));
        Refused.by(() -> practice.vault(practice.ada));
    }

    @Test
    void searchingOpensWhatReadingOpens() {
        assertEquals("She slept.", searched(note, at));
    }

    private String searched(SealedItem item, ItemAddress place) {
        Disclosure why = Practice.why(
                place.part().caseId(), Disclosure.Purpose.SEARCH, place.part().compartment());
        try (ClearText text = practice.vault(practice.ada).open(item, place, why)) {
            return text.text();
        }
    }
}
