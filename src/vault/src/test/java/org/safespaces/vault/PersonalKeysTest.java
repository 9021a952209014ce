package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into a vault by phrase, by recovery code and by cookie; and all the ways that are none. */
class PersonalKeysTest {
    private static final Pepper PEPPER = new Pepper(3, Hex.repeated(9, 32));

    private final UUID tenantId = UUID.randomUUID();
    private final UUID personId = UUID.randomUUID();
    private final PersonalKeys keys = PersonalKeys.create(tenantId, personId);
    private final Secret phrase = Secret.of("correct horse battery staple lunar gate");
    private final String sheet = RecoveryCode.draw();

    @Test
    void thePhraseOpensItsSlotHoweverItIsSpaced() {
        Slot slot = keys.addSlot(SlotKind.PASSPHRASE, phrase, PEPPER);
        Secret retyped = Secret.of("  correct  horse battery\tstaple lunar gate ");

        assertEquals(keys.publicKeys(), unlocked(slot, retyped).publicKeys());
        assertEquals(
                List.of(65_536, 3, 4, 3), List.of(slot.memoryKiB(), slot.passes(), slot.lanes(), slot.pepperVersion()));
    }

    @Test
    void aWrongPhraseAWrongPepperAnotherPersonAndAnotherPracticeDoNot() {
        Slot slot = keys.addSlot(SlotKind.PASSPHRASE, phrase, PEPPER);
        Pepper otherPepper = new Pepper(3, Hex.repeated(10, 32));
        UUID stranger = UUID.randomUUID();
        PublicKeys expected = keys.publicKeys();

        Refused.by(() -> unlocked(slot, Secret.of("Correct horse battery staple lunar gate")));
        Refused.by(() -> PersonalKeys.unlock(tenantId, personId, slot, phrase, otherPepper, expected));
        Refused.by(() -> PersonalKeys.unlock(tenantId, stranger, slot, phrase, PEPPER, expected));
        Refused.by(() -> PersonalKeys.unlock(stranger, personId, slot, phrase, PEPPER, expected));
    }

    @Test
    void theRecoveryCodeOpensItsSlotWithoutAnyPepper() {
        Slot slot = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);

        assertEquals(
                keys.publicKeys(),
                PersonalKeys.unlock(tenantId, personId, slot, RecoveryCode.parse(sheet), null, keys.publicKeys())
                        .publicKeys());
        Refused.by(() -> unlocked(slot, RecoveryCode.parse(RecoveryCode.draw())));
    }

    @Test
    void nothingWeakerTakesThePlaceOfARecoveryCode() {
        Slot slot = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);

        Refused.by(() -> keys.addSlot(SlotKind.RECOVERY_CODE, phrase, PEPPER));
        Refused.by(() -> unlocked(slot, phrase));
    }

    @Test
    void noFieldOfASlotCanBeAltered() {
        Slot slot = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);
        List<UnaryOperator<Slot>> alterations = List.of(
                each -> slot(each, UUID.randomUUID(), 0, 0, 0, each.salt(), 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), 1, 0, 0, each.salt(), 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), 0, 1, 0, each.salt(), 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), 0, 0, 1, each.salt(), 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), -1, 0, 0, each.salt(), 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), 0, 0, 0, new byte[16], 0, each.sealedSeed()),
                each -> slot(each, each.slotId(), 0, 0, 0, each.salt(), 1, each.sealedSeed()),
                each -> slot(each, each.slotId(), 0, 0, 0, each.salt(), 0, new SealedText(Bytes.NONE)));
        for (UnaryOperator<Slot> alteration : alterations) {
            Refused.by(() -> unlocked(alteration.apply(slot), RecoveryCode.parse(sheet)));
        }
    }

    @Test
    void cheaperCostsDoNotOpenASlotMadeAtFullCost() {
        Slot slot = keys.addSlot(SlotKind.PASSPHRASE, phrase, PEPPER);

        Refused.by(() -> unlocked(slot(slot, slot.slotId(), 64, 1, 1, slot.salt(), 3, slot.sealedSeed()), phrase));
        Refused.by(() -> unlocked(slot(slot, slot.slotId(), 65_536, 3, 4, new byte[15], 3, slot.sealedSeed()), phrase));
    }

    @ParameterizedTest
    @CsvSource({
        "131073, 3, 4",
        "2147483647, 3, 4",
        "65536, 11, 4",
        "65536, 3, 9",
        "65536, 2147483647, 4",
        "0, 3, 4",
        "-1, 3, 4",
        "65536, 0, 4",
        "65536, -3, 4",
        "65536, 3, 0",
        "65536, 3, -1",
        "31, 3, 4"
    })
    void costsOutOfBoundsAreRefusedBeforeAnyWork(int memory, int passes, int lanes) {
        Slot absurd = new Slot(
                UUID.randomUUID(),
                SlotKind.PASSPHRASE,
                memory,
                passes,
                lanes,
                new byte[16],
                3,
                new SealedText(new byte[117]));
        long before = System.nanoTime();

        Refused.by(() -> unlocked(absurd, phrase));
        assertEquals(0, (System.nanoTime() - before) / 1_000_000_000L, "within a second");
    }

    private static Slot slot(
            Slot like, UUID id, int memory, int passes, int lanes, byte[] salt, int pepper, SealedText seed) {
        return new Slot(id, like.kind(), memory, passes, lanes, salt, pepper, seed);
    }

    @Test
    void anotherSlotsSeedDoesNotOpenInThisOne() {
        Slot slot = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);
        Slot other = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);

        Refused.by(() -> unlocked(
                slot(slot, slot.slotId(), 0, 0, 0, slot.salt(), 0, other.sealedSeed()), RecoveryCode.parse(sheet)));
    }

    @Test
    void keysThatAreNotTheDirectorysAreAHardStopOfItsOwnKind() {
        Slot slot = keys.addSlot(SlotKind.RECOVERY_CODE, RecoveryCode.parse(sheet), null);
        PublicKeys others = PersonalKeys.create(tenantId, personId).publicKeys();
        PublicKeys swappedBox = new PublicKeys(
                keys.publicKeys().keyId(), others.boxKey(), keys.publicKeys().signKey());

        for (PublicKeys expected : List.of(others, swappedBox)) {
            KeysDoNotMatch stop = assertThrows(
                    KeysDoNotMatch.class,
                    () -> PersonalKeys.unlock(tenantId, personId, slot, RecoveryCode.parse(sheet), null, expected));
            assertEquals("cannot open", stop.getMessage());
        }
    }

    @Test
    void lockedUnderTheBrowsersKeyItReopensWithThatAlone() {
        BrowserKey cookie = BrowserKey.draw();
        LockedSeed locked = keys.lock(cookie);

        assertEquals(keys.publicKeys(), PersonalKeys.reopen(locked, cookie).publicKeys());
        assertEquals(
                keys.publicKeys(),
                PersonalKeys.reopen(locked, BrowserKey.decode(cookie.encoded())).publicKeys());
        Refused.by(() -> PersonalKeys.reopen(locked, BrowserKey.draw()));
    }

    @Test
    void noFieldOfALockedSeedCanBeAltered() {
        BrowserKey cookie = BrowserKey.draw();
        LockedSeed locked = keys.lock(cookie);
        UUID other = UUID.randomUUID();

        Refused.by(() -> PersonalKeys.reopen(
                new LockedSeed(other, personId, locked.nonce(), locked.sealed(), locked.expected()), cookie));
        Refused.by(() -> PersonalKeys.reopen(
                new LockedSeed(tenantId, other, locked.nonce(), locked.sealed(), locked.expected()), cookie));
        Refused.by(() -> PersonalKeys.reopen(
                new LockedSeed(tenantId, personId, new byte[16], locked.sealed(), locked.expected()), cookie));
        Refused.by(() -> PersonalKeys.reopen(
                new LockedSeed(
                        tenantId, personId, locked.nonce(), keys.lock(cookie).sealed(), locked.expected()),
                cookie));
    }

    @Test
    void refusingCostsWhatUnlockingCosts() {
        Slot slot = keys.addSlot(SlotKind.PASSPHRASE, phrase, PEPPER);
        long unlocking = time(() -> unlocked(slot, phrase));
        long refusing = time(() -> PersonalKeys.refuseAtEqualCost(phrase));
        double ratio = (double) refusing / unlocking;

        // Wide bounds, since the machine is shared; a refusal without the work would be a thousandth.
        assertEquals(true, ratio > 0.2 && ratio < 5, "ratio " + ratio);
    }

    private static long time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    @Test
    void pinsAreHersAloneAndOfTheirVersion() {
        PersonalKeys other = PersonalKeys.create(tenantId, personId);
        SealedText sheetOfPins;
        try (ClearText pins = ClearText.of("ben: six words")) {
            sheetOfPins = keys.sealPins(2, pins);
        }
        try (ClearText pins = keys.openPins(2, sheetOfPins)) {
            assertEquals("ben: six words", pins.text());
        }

        Refused.by(() -> keys.openPins(1, sheetOfPins));
        Refused.by(() -> keys.openPins(-2, sheetOfPins));
        Refused.by(() -> other.openPins(2, sheetOfPins));
    }

    @Test
    void twoPeopleNeverHaveOneKey() {
        assertNotEquals(
                keys.publicKeys(), PersonalKeys.create(tenantId, personId).publicKeys());
    }

    @Test
    void onceClosedTheyDoNothing() {
        DirectoryEntry other = PersonalKeys.create(tenantId, UUID.randomUUID()).entry(KeyKind.PERSON, Practice.TODAY);
        keys.close();

        Refused.by(() -> keys.lock(BrowserKey.draw()));
        Refused.by(() -> keys.addSlot(SlotKind.PASSPHRASE, phrase, PEPPER));
        Refused.by(() -> keys.entry(KeyKind.PERSON, Practice.TODAY));
        Refused.by(() -> keys.vouch(other));
        Refused.by(() -> keys.openPins(1, new SealedText(Bytes.NONE)));
    }

    private PersonalKeys unlocked(Slot slot, Secret secret) {
        return PersonalKeys.unlock(tenantId, personId, slot, secret, PEPPER, keys.publicKeys());
    }
}
