package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Practice practice = new Practice();

    @Test
    void theAnchorAndThoseItVouchedForAreKnown() {
        assertEquals(3, practice.directory().all().size());
        assertEquals(
                practice.cleo.publicKeys(),
                practice.directory().of(practice.cleo.personId()).orElseThrow().keys());
        assertEquals(
                practice.cleo.personId(),
                practice.directory()
                        .byKey(practice.cleo.publicKeys().keyId())
                        .orElseThrow()
                        .personId());
    }

    @Test
    void oneWhomNobodyVouchedForIsNot() {
        assertUnknown(practice.mallory);
    }

    @Test
    void aChainOfVouchesHoldsInWhateverOrderItIsStored() {
        PersonalKeys dora = practice.person();
        PersonalKeys emma = practice.person();
        practice.entries.add(0, Practice.entry(emma));
        practice.entries.add(0, Practice.entry(dora));
        practice.vouches.add(0, practice.cleo.vouch(Practice.entry(dora)));
        practice.vouches.add(0, dora.vouch(Practice.entry(emma)));

        assertTrue(known(emma).isPresent());
    }

    @Test
    void aCircleOfVouchesOutsideTheAnchorIsWorthNothing() {
        PersonalKeys dora = practice.person();
        practice.entries.add(Practice.entry(dora));
        practice.vouches.add(practice.mallory.vouch(Practice.entry(dora)));
        practice.vouches.add(dora.vouch(Practice.entry(practice.mallory)));

        assertUnknown(practice.mallory);
        assertUnknown(dora);
    }

    @Test
    void withoutAnAnchorNobodyIsKnown() {
        Anchor none = Anchor.parse(" ");

        assertEquals(
                0,
                Directory.verify(practice.tenantId, none, practice.entries, practice.vouches)
                        .all()
                        .size());
    }

    @Test
    void nobodyVouchesForHerself() {
        PersonalKeys successor = PersonalKeys.create(practice.tenantId, practice.ada.personId());
        DirectoryEntry entry = successor.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        Refused.by(() -> practice.ada.vouch(entry));
        byte[] payload = Vouch.payload(
                entry.hash(), practice.ada.personId(), practice.ada.publicKeys().keyId());
        practice.entries.add(entry);
        practice.vouches.add(new Vouch(
                entry.hash(), practice.ada.personId(), practice.ada.publicKeys().keyId(), practice.ada.sign(payload)));

        assertEquals(
                practice.ada.publicKeys(), known(practice.ada).orElseThrow().keys());
    }

    @Test
    void aSwappedKeyIsDropped() {
        DirectoryEntry cleo = Practice.entry(practice.cleo);
        PublicKeys swapped = PublicKeys.of(
                practice.mallory.publicKeys().boxKey(),
                practice.cleo.publicKeys().signKey());

        replaced(cleo, with(cleo, cleo.personId(), cleo.kind(), swapped));
    }

    @Test
    void noFieldOfAnEntryCanBeAltered() {
        DirectoryEntry cleo = Practice.entry(practice.cleo);
        replaced(cleo, with(cleo, practice.ben.personId(), cleo.kind(), cleo.keys()));
        replaced(cleo, with(cleo, cleo.personId(), KeyKind.OFFLINE, cleo.keys()));
        replaced(
                cleo,
                new DirectoryEntry(
                        cleo.tenantId(),
                        cleo.personId(),
                        cleo.kind(),
                        cleo.keys(),
                        cleo.day().plusDays(1),
                        cleo.signature()));
        replaced(cleo, cleo.signed(Hex.flipped(cleo.signature(), 0)));
        replaced(cleo, cleo.signed(Bytes.NONE));
        PublicKeys keys = cleo.keys();
        replaced(
                cleo,
                with(
                        cleo,
                        cleo.personId(),
                        cleo.kind(),
                        new PublicKeys(UUID.randomUUID(), keys.boxKey(), keys.signKey())));
    }

    private void replaced(DirectoryEntry genuine, DirectoryEntry altered) {
        List<DirectoryEntry> entries = Stream.concat(
                        practice.entries.stream()
                                .filter(each -> !each.personId().equals(genuine.personId())),
                        Stream.of(altered))
                .toList();
        Directory directory = Directory.verify(practice.tenantId, practice.anchor, entries, practice.vouches);

        assertTrue(directory.of(genuine.personId()).isEmpty());
        assertEquals(2, directory.all().size());
    }

    private static DirectoryEntry with(DirectoryEntry entry, UUID person, KeyKind kind, PublicKeys keys) {
        return new DirectoryEntry(entry.tenantId(), person, kind, keys, entry.day(), entry.signature());
    }

    @Test
    void whatItWasVerifiedFromIsKnownAgainAndNothingElseIs() {
        List<DirectoryEntry> entries = practice.entries;
        List<Vouch> vouches = practice.vouches;
        Directory directory = Directory.verify(practice.tenantId, practice.anchor, entries, vouches);

        assertTrue(directory.isOf(practice.tenantId, practice.anchor, copied(entries), copiedVouches(vouches)));
        assertFalse(directory.isOf(UUID.randomUUID(), practice.anchor, entries, vouches));
        assertFalse(directory.isOf(practice.tenantId, Anchor.parse(""), entries, vouches));
        assertFalse(
                directory.isOf(practice.tenantId, practice.anchor, entries.subList(0, entries.size() - 1), vouches));
        assertFalse(
                directory.isOf(practice.tenantId, practice.anchor, entries, vouches.subList(0, vouches.size() - 1)));
        DirectoryEntry first = entries.get(0);
        byte[] otherSignature = first.signature();
        otherSignature[3] ^= 1;
        DirectoryEntry second = entries.get(1);
        Stream.of(
                        first.signed(otherSignature),
                        new DirectoryEntry(
                                UUID.randomUUID(),
                                first.personId(),
                                first.kind(),
                                first.keys(),
                                first.day(),
                                first.signature()),
                        new DirectoryEntry(
                                first.tenantId(),
                                second.personId(),
                                first.kind(),
                                first.keys(),
                                first.day(),
                                first.signature()),
                        new DirectoryEntry(
                                first.tenantId(),
                                first.personId(),
                                first.kind(),
                                second.keys(),
                                first.day(),
                                first.signature()),
                        new DirectoryEntry(
                                first.tenantId(),
                                first.personId(),
                                first.kind(),
                                first.keys(),
                                first.day().plusDays(1),
                                first.signature()))
                .forEach(altered -> assertFalse(directory.isOf(
                        practice.tenantId,
                        practice.anchor,
                        Stream.concat(Stream.of(altered), entries.stream().skip(1))
                                .toList(),
                        vouches)));
        Vouch vouch = vouches.get(0);
        byte[] otherHash = vouch.entryHash();
        otherHash[0] ^= 1;
        byte[] otherWord = vouch.signature();
        otherWord[0] ^= 1;
        Stream.of(
                        new Vouch(otherHash, vouch.voucherId(), vouch.voucherKeyId(), vouch.signature()),
                        new Vouch(vouch.entryHash(), UUID.randomUUID(), vouch.voucherKeyId(), vouch.signature()),
                        new Vouch(vouch.entryHash(), vouch.voucherId(), UUID.randomUUID(), vouch.signature()),
                        new Vouch(vouch.entryHash(), vouch.voucherId(), vouch.voucherKeyId(), otherWord))
                .forEach(altered -> assertFalse(directory.isOf(
                        practice.tenantId,
                        practice.anchor,
                        entries,
                        Stream.concat(Stream.of(altered), vouches.stream().skip(1))
                                .toList())));
    }

    private static List<DirectoryEntry> copied(List<DirectoryEntry> entries) {
        return entries.stream()
                .map(each -> with(each, each.personId(), each.kind(), each.keys()))
                .toList();
    }

    private static List<Vouch> copiedVouches(List<Vouch> vouches) {
        return vouches.stream()
                .map(each -> new Vouch(each.entryHash(), each.voucherId(), each.voucherKeyId(), each.signature()))
                .toList();
    }

    @Test
    void anEntryOfAnotherPracticeIsDropped() {
        Directory elsewhere = Directory.verify(UUID.randomUUID(), practice.anchor, practice.entries, practice.vouches);

        assertEquals(0, elsewhere.all().size());
    }

    @Test
    void keysOfWrongLengthOrSmallOrderAreDroppedAndThrowNothing() {
        DirectoryEntry ada = Practice.entry(practice.ada);
        for (byte[] point : HpkeTest.badPoints()) {
            practice.entries.add(with(ada, UUID.randomUUID(), ada.kind(), PublicKeys.of(point, point)));
        }
        practice.vouches.add(new Vouch(Bytes.NONE, practice.ada.personId(), UUID.randomUUID(), Bytes.NONE));

        assertEquals(3, practice.directory().all().size());
    }

    /** Under a key of small order one signature holds for very many texts. */
    @Test
    void aSigningKeyOfSmallOrderIsNoKey() {
        assertFalse(Signing.isSound(Hex.bytes("0100000000000000000000000000000000000000000000000000000000000000")));
        assertFalse(Signing.isSound(Hex.bytes("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")));
        assertFalse(Signing.isSound(new byte[31]));
        assertTrue(Signing.isSound(practice.ada.publicKeys().signKey()));
    }

    @Test
    void theLatestVouchedKeysOfAPersonAreHersOfTodayAndTheOldOnesStillVerify() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.cleo.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        practice.entries.add(0, entry);
        practice.vouches.add(practice.ben.vouch(entry));

        assertEquals(newer.publicKeys(), known(practice.cleo).orElseThrow().keys());
        assertTrue(
                practice.directory().byKey(practice.cleo.publicKeys().keyId()).isPresent());
    }

    @Test
    void givenUpKeysDoNotComeBackByAnEntryThatIsNotSigned() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.cleo.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        DirectoryEntry old = Practice.entry(practice.cleo);
        practice.entries.add(entry);
        practice.vouches.add(practice.ben.vouch(entry));
        practice.entries.add(new DirectoryEntry(
                old.tenantId(), old.personId(), old.kind(), old.keys(), Practice.TODAY.plusDays(9), old.signature()));

        assertEquals(newer.publicKeys(), known(practice.cleo).orElseThrow().keys());
    }

    /** Whoever stole given-up keys can sign a fresh entry for them; nobody vouches for it. */
    @Test
    void givenUpKeysDoNotComeBackByAnEntryThatNobodyVouchedFor() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.cleo.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        practice.entries.add(entry);
        practice.vouches.add(practice.ben.vouch(entry));
        practice.entries.add(practice.cleo.entry(KeyKind.PERSON, Practice.TODAY.plusDays(9)));

        assertEquals(newer.publicKeys(), known(practice.cleo).orElseThrow().keys());
    }

    @Test
    void keysUnderAnIdThatIsNotTheirsAreDroppedEvenWhenVouchedFor() {
        PublicKeys cleo = practice.cleo.publicKeys();
        PublicKeys misnamed = new PublicKeys(UUID.randomUUID(), cleo.boxKey(), cleo.signKey());
        DirectoryEntry entry = with(Practice.entry(practice.cleo), practice.cleo.personId(), KeyKind.PERSON, misnamed);
        DirectoryEntry signed = entry.signed(practice.cleo.sign(entry.payload()));
        practice.entries.set(2, signed);
        byte[] vouch = Vouch.payload(
                signed.hash(),
                practice.ada.personId(),
                practice.ada.publicKeys().keyId());
        practice.vouches.add(new Vouch(
                signed.hash(),
                practice.ada.personId(),
                practice.ada.publicKeys().keyId(),
                practice.ada.sign(vouch)));

        assertTrue(known(practice.cleo).isEmpty());
        assertEquals(
                practice.ada.publicKeys(), known(practice.ada).orElseThrow().keys());
    }

    /** Under the neutral point a signature of the neutral point and nought holds for every text. */
    @Test
    void aSigningKeyOfSmallOrderIsDroppedEvenFromTheAnchor() {
        byte[] neutral = Hex.bytes("01" + "00".repeat(31));
        PublicKeys keys = PublicKeys.of(practice.ada.publicKeys().boxKey(), neutral);
        DirectoryEntry entry = with(Practice.entry(practice.ada), UUID.randomUUID(), KeyKind.PERSON, keys)
                .signed(java.util.Arrays.copyOf(neutral, 64));
        Directory directory = Directory.verify(practice.tenantId, Anchor.of(keys), List.of(entry), List.of());

        assertEquals(0, directory.all().size());
    }

    @Test
    void aKeyPublishedTwiceUnderTwoNamesStaysWithTheFirst() {
        DirectoryEntry borrowed = with(
                Practice.entry(practice.cleo), practice.ben.personId(), KeyKind.PERSON, practice.cleo.publicKeys());
        DirectoryEntry signed = borrowed.signed(practice.cleo.sign(borrowed.payload()));
        practice.entries.add(signed);
        practice.vouches.add(practice.ada.vouch(signed));

        assertEquals(
                practice.ben.publicKeys(), known(practice.ben).orElseThrow().keys());
        assertEquals(
                practice.cleo.publicKeys(), known(practice.cleo).orElseThrow().keys());
    }

    @Test
    void nobodyVouchesForAnEntryThatIsNotSound() {
        DirectoryEntry cleo = Practice.entry(practice.cleo);

        Refused.by(() -> practice.ada.vouch(cleo.signed(new byte[64])));
        Refused.by(() -> practice.ada.vouch(
                PersonalKeys.create(UUID.randomUUID(), UUID.randomUUID()).entry(KeyKind.PERSON, Practice.TODAY)));
    }

    @Test
    void aFingerprintIsSixWordsAndAnothersIsDifferent() {
        assertEquals(6, practice.ada.publicKeys().fingerprint().split(" ").length);
        assertNotEquals(
                practice.ada.publicKeys().fingerprint(),
                practice.ben.publicKeys().fingerprint());
    }

    @Test
    void anAnchorIsReadAsItIsWritten() {
        Anchor anchor = practice.anchor;

        assertEquals(anchor, Anchor.parse(anchor.text()));
        assertEquals(anchor, Anchor.parse(" " + anchor.text().replace(",", " , ") + ","));
        assertThrows(IllegalArgumentException.class, () -> Anchor.parse("not a fingerprint"));
    }

    @Test
    void whoVouchedIsToldAndForgedVouchesAreNot() {
        DirectoryEntry cleo = Practice.entry(practice.cleo);
        DirectoryEntry ada = Practice.entry(practice.ada);
        practice.vouches.add(practice.ben.vouch(cleo));
        practice.vouches.add(practice.mallory.vouch(cleo));
        practice.vouches.add(new Vouch(
                ada.hash(), practice.ben.personId(), practice.ben.publicKeys().keyId(), new byte[64]));

        assertEquals(
                Set.of(practice.ada.personId(), practice.ben.personId()),
                practice.directory().vouchersOf(cleo));
        assertEquals(Set.of(), practice.directory().vouchersOf(ada));
        assertTrue(practice.directory().isAnchored(ada.keys()));
        assertFalse(practice.directory().isAnchored(cleo.keys()));
    }

    @Test
    void keysOfThePastAreCounted() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.cleo.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        practice.entries.add(entry);
        practice.vouches.add(practice.ben.vouch(entry));

        assertEquals(3, practice.directory().all().size());
        assertEquals(4, practice.directory().size());
    }

    /** Whoever can write a row must not be able to stop the whole directory by it. */
    @Test
    void anEntryOfADayThatTheFormatHasNoRoomForIsPassedOver() {
        DirectoryEntry cleo = Practice.entry(practice.cleo);
        for (LocalDate day : List.of(LocalDate.EPOCH.minusDays(1), LocalDate.MIN, LocalDate.MAX)) {
            replaced(
                    cleo,
                    new DirectoryEntry(
                            cleo.tenantId(), cleo.personId(), cleo.kind(), cleo.keys(), day, cleo.signature()));
        }
    }

    private Optional<VouchedKeys> known(PersonalKeys person) {
        return practice.directory().of(person.personId());
    }

    private void assertUnknown(PersonalKeys person) {
        assertTrue(known(person).isEmpty());
        assertTrue(practice.directory().byKey(person.publicKeys().keyId()).isEmpty());
    }
}
