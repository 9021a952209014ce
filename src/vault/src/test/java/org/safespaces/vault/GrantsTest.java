package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who holds a case, and who only says so. */
class GrantsTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(practice.ada, at, "text");

    @Test
    void aGrantFromAHolderOpens() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.HANDOVER, 0);

        assertEquals("text", practice.read(practice.ben, note, at));
    }

    @Test
    void whoCoversMayWriteAndHerNotesOpenForTheHolder() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        ItemAddress place = Practice.first(part);
        SealedItem hers = practice.written(practice.ben, place, "while you were away");

        assertEquals("while you were away", practice.read(practice.ada, hers, place));
    }

    @Test
    void whoSupervisesReadsAndNeitherWritesNorGrants() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.SUPERVISION, 0);

        assertEquals("text", practice.read(practice.ben, note, at));
        Refused.by(() -> practice.written(practice.ben, Practice.first(part), "advice"));
        Refused.by(() -> practice.give(practice.ben, practice.cleo, part, GrantPurpose.COVER, 0));
        Refused.by(() -> practice.vault(practice.ben)
                .rotate(part, List.of(practice.vouched(practice.ben)), List.of(), Practice.why(part)));
    }

    /** She has the secret, so she could seal; a note of hers must not open all the same. */
    @Test
    void aNoteForgedByHerSupervisorDoesNotOpen() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.SUPERVISION, 0);
        SealedItem forged = sealedWithoutLeave(practice.ben);

        Refused.by(() -> practice.read(practice.ada, forged, at));
        Refused.by(() -> practice.read(practice.ben, forged, at));
    }

    private SealedItem sealedWithoutLeave(PersonalKeys author) {
        CaseKeys keys =
                new CaseKeys(author.opener(), practice.rows, practice.rows, practice.directory(), Practice.CLOCK);
        UUID dekId = UUID.randomUUID();
        byte[] dek = Bytes.random(32);
        SealedText text =
                Envelope.sealText(dek, AssociatedData.note(at, author.personId(), dekId), ClearText.of("advice"));
        SealedItem item = new SealedItem(
                text,
                dekId,
                new ItemKeys(keys).wrap(dek, DekPlace.of(at, dekId), 0),
                0,
                author.personId(),
                author.publicKeys().keyId(),
                Practice.TODAY,
                SealedItem.NO_PREVIOUS,
                Bytes.NONE);
        return item.signed(author.sign(item.payload(at)));
    }

    @Test
    void aVersionThatDoesNotFitItsPlaceInTheChainDoesNotOpenThoughItIsSigned() {
        SealedItem rooted = with(note, Bytes.random(64));
        SealedItem odd = with(note, new byte[63]);

        Refused.by(() -> practice.read(practice.ada, rooted, at));
        Refused.by(() -> practice.read(practice.ada, odd, at));
        assertEquals("text", practice.read(practice.ada, with(note, new byte[64]), at));
    }

    private SealedItem with(SealedItem item, byte[] previousHash) {
        SealedItem altered = new SealedItem(
                item.text(),
                item.dekId(),
                item.wrappedDek(),
                item.epoch(),
                item.authorId(),
                item.authorKeyId(),
                item.day(),
                previousHash,
                Bytes.NONE);
        return altered.signed(practice.ada.sign(altered.payload(at)));
    }

    /** The same by a holder, to show that nothing else was wrong with it. */
    @Test
    void sealedTheSameWayByAHolderItOpens() {
        assertEquals("advice", practice.read(practice.ada, sealedWithoutLeave(practice.ada), at));
    }

    @Test
    void supervisionIsOfTheClinicalCompartmentOnly() {
        CasePart process = practice.opened(Compartment.PROCESS);

        Refused.by(() -> practice.give(practice.ada, practice.ben, process, GrantPurpose.SUPERVISION, 0));
    }

    @Test
    void afterItsLastSecondAGrantOpensNothing() {
        long end = Practice.CLOCK.instant().getEpochSecond() + 10;
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, end);
        Vault atTheEnd = practice.vault(practice.ben, Clock.offset(Practice.CLOCK, Duration.ofSeconds(10)));
        Vault after = practice.vault(practice.ben, Clock.offset(Practice.CLOCK, Duration.ofSeconds(11)));

        try (ClearText text = atTheEnd.open(note, at, Practice.why(part))) {
            assertEquals("text", text.text());
        }
        Refused.by(() -> after.open(note, at, Practice.why(part)));
        try (ClearText text = ClearText.of("late")) {
            Refused.by(() -> after.seal(text, Practice.first(part), SealedItem.NO_PREVIOUS));
        }
    }

    @Test
    void whoWasAddedByAHolderMayAddAndNobodyBeyond() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        practice.give(practice.ben, practice.cleo, part, GrantPurpose.COVER, 0);

        assertEquals("text", practice.read(practice.cleo, note, at));
        Refused.by(() -> practice.give(practice.cleo, practice.ben, part, GrantPurpose.COVER, 0));
    }

    @Test
    void aSecretThatAStrangerGrantsIsNeverUsed() {
        Grant injected = forged(practice.mallory);
        practice.rows.grants.add(0, injected);
        SealedItem later = practice.written(practice.ada, Practice.first(part), "later");

        assertEquals(0, later.epoch());
        assertEquals("text", practice.read(practice.ada, note, at));
    }

    @Test
    void aSecretThatAVouchedColleagueWithoutTheCaseGrantsIsNeverUsed() {
        practice.rows.grants.clear();
        practice.rows.grants.add(forged(practice.ben));

        Refused.by(() -> practice.read(practice.ada, note, at));
        Refused.by(() -> practice.written(practice.ada, Practice.first(part), "into a trap"));
    }

    /** A secret of the forger's own, sealed to Ada for the case, as a database writer would put it in. */
    private Grant forged(PersonalKeys forger) {
        PublicKeys ada = practice.ada.publicKeys();
        UUID adaId = practice.ada.personId();
        byte[] info = SealInfo.grant(part, 0, adaId, ada.keyId(), GrantPurpose.OWN, 0);
        Hpke.Sealed seal = Hpke.seal(ada.boxKey(), info, new byte[32]);
        Grant grant = new Grant(
                part,
                0,
                adaId,
                ada.keyId(),
                GrantPurpose.OWN,
                0,
                seal.encapsulation(),
                seal.ciphertext(),
                forger.personId(),
                forger.publicKeys().keyId(),
                Bytes.NONE);
        return grant.signed(forger.sign(grant.payload()));
    }

    @Test
    void noFieldOfAGrantCanBeAltered() {
        Grant own = practice.rows.grants.get(0);
        CasePart elsewhere = practice.part(Compartment.CLINICAL);

        onlyWith(grant(own, elsewhere, own.epoch(), own.purpose(), own.notAfterEpochSecond()));
        onlyWith(grant(own, part, 1, own.purpose(), own.notAfterEpochSecond()));
        onlyWith(grant(own, part, 0, GrantPurpose.COVER, own.notAfterEpochSecond()));
        onlyWith(grant(own, part, 0, own.purpose(), Long.MAX_VALUE));
        onlyWith(sealedAs(own, Hex.flipped(own.encapsulation(), 1), own.ciphertext()));
        onlyWith(sealedAs(own, own.encapsulation(), Hex.flipped(own.ciphertext(), 1)));
        onlyWith(own.signed(Hex.flipped(own.signature(), 1)));
        onlyWith(own.signed(Bytes.NONE));
    }

    private void onlyWith(Grant altered) {
        practice.rows.grants.clear();
        practice.rows.grants.add(altered);
        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    private static Grant grant(Grant from, CasePart part, int epoch, GrantPurpose purpose, long notAfter) {
        return new Grant(
                part,
                epoch,
                from.recipientId(),
                from.recipientKeyId(),
                purpose,
                notAfter,
                from.encapsulation(),
                from.ciphertext(),
                from.grantorId(),
                from.grantorKeyId(),
                from.signature());
    }

    private static Grant sealedAs(Grant from, byte[] encapsulation, byte[] ciphertext) {
        return new Grant(
                from.part(),
                from.epoch(),
                from.recipientId(),
                from.recipientKeyId(),
                from.purpose(),
                from.notAfterEpochSecond(),
                encapsulation,
                ciphertext,
                from.grantorId(),
                from.grantorKeyId(),
                from.signature());
    }

    @Test
    void lowOrderPointsAndWrongLengthsEvenWhenSignedGiveTheOneRefusal() {
        Grant own = practice.rows.grants.get(0);
        for (byte[] point : HpkeTest.badPoints()) {
            Grant odd = sealedAs(own, point, own.ciphertext());
            onlyWith(odd.signed(practice.ada.sign(odd.payload())));
        }
    }

    @Test
    void aRecordOfAnEpochThatWasAlteredClosesTheCase() {
        CaseEpoch epoch = practice.rows.epochs.get(0);
        UUID ben = practice.ben.personId();

        onlyWith(epoch(epoch, 0, epoch.ekId(), List.of(practice.ada.personId(), ben)));
        onlyWith(epoch(epoch, 0, practice.rows.claim().id(), epoch.holders()));
        onlyWith(epoch(epoch, 1, epoch.ekId(), epoch.holders()));
        onlyWith(epoch.signed(Hex.flipped(epoch.signature(), 1)));
        CaseEpoch bens = new CaseEpoch(
                part,
                0,
                epoch.ekId(),
                new byte[64],
                List.of(practice.ada.personId()),
                ben,
                practice.ben.publicKeys().keyId(),
                Bytes.NONE);
        onlyWith(bens.signed(practice.ben.sign(bens.payload())));
    }

    private void onlyWith(CaseEpoch altered) {
        practice.rows.epochs.clear();
        practice.rows.epochs.add(altered);
        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    private static CaseEpoch epoch(CaseEpoch from, int number, EkId ek, List<UUID> holders) {
        return new CaseEpoch(
                from.part(),
                number,
                ek,
                from.previousHash(),
                holders,
                from.signerId(),
                from.signerKeyId(),
                from.signature());
    }

    @Test
    void anEpochBegunByAStrangerClosesTheCaseInsteadOfCounting() {
        CaseEpoch before = practice.rows.epochs.get(0);
        for (PersonalKeys stranger : List.of(practice.mallory, practice.ben)) {
            CaseEpoch injected = new CaseEpoch(
                    part,
                    1,
                    practice.rows.claim().id(),
                    before.hash(),
                    List.of(practice.ada.personId(), stranger.personId()),
                    stranger.personId(),
                    stranger.publicKeys().keyId(),
                    Bytes.NONE);
            practice.rows.epochs.add(injected.signed(stranger.sign(injected.payload())));
            Refused.by(() -> practice.written(practice.ada, Practice.first(part), "into a trap"));
            practice.rows.epochs.remove(1);
        }
    }

    @Test
    void aCaseWithoutEpochsOpensNothing() {
        practice.rows.epochs.clear();

        Refused.by(() -> practice.read(practice.ada, note, at));
    }

    @Test
    void keysOnPaperReceiveNoCase() {
        PersonalKeys paper = practice.person();
        DirectoryEntry entry = paper.entry(KeyKind.OFFLINE, Practice.TODAY);
        practice.entries.add(entry);
        practice.vouches.add(practice.ada.vouch(entry));
        VouchedKeys vouched = practice.vouched(paper);

        Refused.by(() -> practice.vault(practice.ada).grant(part, vouched, GrantPurpose.COVER, 0, Practice.why(part)));
        Refused.by(() -> practice.vault(practice.ada)
                .rotate(part, List.of(practice.vouched(practice.ada), vouched), List.of(), Practice.why(part)));
    }

    @Test
    void thePurposeOfAClientsCodeIsNotForPeople() {
        Refused.by(() -> practice.give(practice.ada, practice.ben, part, GrantPurpose.CLIENT_CODE, 0));
    }

    @Test
    void codesOfStoredEnumsAreFixed() {
        assertEquals(List.of(1, 2, 3, 4, 5), codes(GrantPurpose.values().length));
        for (GrantPurpose each : GrantPurpose.values()) {
            assertEquals(each, GrantPurpose.of(each.code()));
        }
        for (Compartment each : Compartment.values()) {
            assertEquals(each, Compartment.of(each.code()));
        }
        assertEquals(3, SlotKind.RECOVERY_CODE.code());
        assertEquals(2, KeyKind.OFFLINE.code());
        assertThrows(VaultException.class, () -> Compartment.of(5));
        assertThrows(VaultException.class, () -> SlotKind.of(2));
        assertThrows(VaultException.class, () -> KeyKind.of(0));
    }

    private static List<Integer> codes(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).boxed().toList();
    }
}
