package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safespaces.vault.EscrowSheet.Entry;
import org.safespaces.vault.EscrowSheet.Kind;

/**
 * One loss at a time, and the way back (vault.md 6.12). Each test loses something for good: what it uses afterwards is only what
 * would be left. Databases and the identity server are lost in the tests inside the server.
 */
class RecoveryTest {
    private static final String SAID = "what was said";

    private final Pepper pepper = new Pepper(1, Bytes.random(32));
    private final byte[] keystoreKey = Bytes.random(32);
    private final byte[] serverKey = Bytes.random(32);
    private final byte[] indexKey = Bytes.random(32);
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem record = practice.written(practice.ada, at, SAID);
    private final String phrase = phrase();
    private final String code = RecoveryCode.draw();
    private final Slot phraseSlot = phraseSlot(practice.ada, phrase, pepper);
    private final Slot codeSlot = codeSlot(practice.ada, code);

    @AfterEach
    void everyRecordOfAdasStillOpensForHer() {
        assertEquals(SAID, practice.read(practice.ada, record, at), "nothing was harmed on the way");
    }

    @Test
    void passphraseLostTheRecoveryCodeOpensAndANewPhraseIsMade() {
        try (PersonalKeys back = withCode(codeSlot, code)) {
            String another = phrase();
            Slot fresh = phraseSlot(back, another, pepper);

            try (PersonalKeys again = withPhrase(fresh, another, pepper)) {
                assertEquals(SAID, practice.read(again, record, at));
            }
            assertThrows(VaultException.class, () -> withPhrase(fresh, phrase, pepper), "the lost phrase is of no use");
        }
    }

    @Test
    void recoverySheetLostANewOneIsPrintedAndTheOldSlotIsOfNoUse() {
        try (PersonalKeys back = withPhrase(phraseSlot, phrase, pepper)) {
            String another = RecoveryCode.draw();
            Slot fresh = codeSlot(back, another);

            try (PersonalKeys again = withCode(fresh, another)) {
                assertEquals(SAID, practice.read(again, record, at));
            }
            assertThrows(
                    VaultException.class, () -> withCode(fresh, code), "the old slot is deleted, the old sheet waste");
        }
    }

    @Test
    void bothLostAndOtherHoldersExistTheyHandOverToHerNewKeys() {
        practice.give(practice.ada, practice.ben, part, GrantPurpose.COVER, 0);
        PersonalKeys anew = practice.person();
        practice.entries.add(Practice.entry(anew));
        practice.vouches.add(practice.ben.vouch(Practice.entry(anew)));

        practice.give(practice.ben, anew, part, GrantPurpose.HANDOVER, 0);

        assertEquals(SAID, practice.read(anew, record, at));
    }

    @Test
    void bothLostBySoleHolderTheRecordsAreLost() {
        PersonalKeys anew = practice.person();
        practice.entries.add(Practice.entry(anew));
        practice.vouches.add(practice.ben.vouch(Practice.entry(anew)));

        assertThrows(VaultException.class, () -> practice.read(anew, record, at));
        assertThrows(VaultException.class, () -> practice.read(practice.ben, record, at));
    }

    @Test
    void pepperLostRecoveryCodesNeedNoneNewPhraseSlotsAreMadeAndReturnCodesDie() {
        String returnCode = ReturnCode.draw(ReturnCode.Form.DIGITS);
        byte[] known;
        try (ReturnCode before = ReturnCode.open(returnCode, pepper)) {
            known = before.lookup();
        }
        Pepper drawnAnew = new Pepper(2, Bytes.random(32));

        assertThrows(VaultException.class, () -> withPhrase(phraseSlot, phrase, drawnAnew));
        try (PersonalKeys back = withCode(codeSlot, code)) {
            assertEquals(SAID, practice.read(back, record, at));
            Slot fresh = phraseSlot(back, phrase, drawnAnew);
            assertEquals(2, fresh.pepperVersion());
            try (PersonalKeys again = withPhrase(fresh, phrase, drawnAnew)) {
                assertEquals(SAID, practice.read(again, record, at));
            }
        }
        try (ReturnCode after = ReturnCode.open(returnCode, drawnAnew)) {
            assertFalse(
                    Arrays.equals(known, after.lookup()), "a code leads nowhere without the pepper it was made with");
        }
    }

    @Test
    void keystoreKeyLostItComesBackFromTheEscrowSheet() {
        KeystoreKey before = new KeystoreKey(practice.tenantId, 1, keystoreKey);
        Map<EkId, SealedText> keystore = new HashMap<>();
        practice.rows.epochs.forEach(epoch -> {
            try (ErasureKey key = practice.rows.find(epoch.ekId())) {
                keystore.put(key.id(), before.wrap(key));
            }
        });
        EscrowSheet sheet = EscrowSheet.read(sheet().text());

        KeystoreKey back = new KeystoreKey(sheet.tenantId(), 1, value(sheet, Kind.KEYSTORE_KEY));

        Vault vault =
                practice.ada.vault(practice.rows, new FromPaper(keystore, back), practice.directory(), Practice.CLOCK);
        try (ClearText text = vault.open(record, at, Practice.why(part))) {
            assertEquals(SAID, text.text());
        }
    }

    @Test
    void keystoreKeyLostWithoutASheetEveryRecordIsLost() {
        KeystoreKey before = new KeystoreKey(practice.tenantId, 1, keystoreKey);
        try (ErasureKey key = practice.rows.find(practice.rows.epochs.get(0).ekId())) {
            SealedText wrapped = before.wrap(key);
            KeystoreKey another = new KeystoreKey(practice.tenantId, 1, Bytes.random(32));

            assertThrows(VaultException.class, () -> another.unwrap(key.id(), wrapped));
        }
    }

    @Test
    void serverKeyAndIndexKeyLostTheyComeBackFromTheEscrowSheet() {
        ServerSeal before = new ServerSeal(practice.tenantId, 1, serverKey, indexKey);
        Column mail = new Column("therapist", "mail");
        UUID row = UUID.randomUUID();
        byte[] subject = "subject".getBytes(StandardCharsets.UTF_8);
        SealedText sealedMail;
        try (ClearText address = ClearText.of("rowan@practice.example")) {
            sealedMail = before.seal(address, mail, row);
        }
        EscrowSheet sheet = EscrowSheet.read(sheet().text());

        ServerSeal back =
                new ServerSeal(sheet.tenantId(), 1, value(sheet, Kind.SERVER_KEY), value(sheet, Kind.INDEX_KEY));

        try (ClearText address = back.open(sealedMail, mail, row)) {
            assertEquals("rowan@practice.example", address.text());
        }
        assertArrayEquals(before.tag(mail, subject), back.tag(mail, subject), "every sign-in is found again");
    }

    @Test
    void serverKeyLostWithoutASheetContactDetailsAreStillInTheCaseFile() {
        CasePart identity = practice.opened(Compartment.IDENTITY);
        ItemAddress contact = Practice.first(identity);
        SealedItem sealedContact = practice.written(practice.ada, contact, "how she may be reached");

        // no key of the server's is asked on this way
        assertEquals("how she may be reached", practice.read(practice.ada, sealedContact, contact));
    }

    @Test
    void thePracticesIdIsOnTheSheetTooForItIsPartOfEveryKey() {
        EscrowSheet sheet = EscrowSheet.read(sheet().text());

        assertEquals(practice.tenantId, sheet.tenantId());
        KeystoreKey elsewhere = new KeystoreKey(UUID.randomUUID(), 1, value(sheet, Kind.KEYSTORE_KEY));
        try (ErasureKey key = ErasureKey.draw()) {
            SealedText wrapped = new KeystoreKey(practice.tenantId, 1, keystoreKey).wrap(key);
            assertThrows(VaultException.class, () -> elsewhere.unwrap(key.id(), wrapped));
        }
        assertTrue(sheet.sameAs(sheet()));
    }

    private EscrowSheet sheet() {
        return new EscrowSheet(
                practice.tenantId,
                List.of(
                        new Entry(Kind.PEPPER, 1, pepper.value()),
                        new Entry(Kind.KEYSTORE_KEY, 1, keystoreKey),
                        new Entry(Kind.SERVER_KEY, 1, serverKey),
                        new Entry(Kind.INDEX_KEY, 1, indexKey)));
    }

    private static byte[] value(EscrowSheet sheet, Kind kind) {
        return sheet.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String phrase() {
        try (Secret drawn = Passphrase.draw()) {
            return drawn.text();
        }
    }

    private static Slot phraseSlot(PersonalKeys keys, String phrase, Pepper pepper) {
        try (Secret secret = Secret.of(phrase)) {
            return keys.addSlot(SlotKind.PASSPHRASE, secret, pepper);
        }
    }

    private Slot codeSlot(PersonalKeys keys, String code) {
        try (Secret secret = RecoveryCode.parse(code)) {
            return keys.addSlot(SlotKind.RECOVERY_CODE, secret, pepper);
        }
    }

    private PersonalKeys withPhrase(Slot slot, String phrase, Pepper pepper) {
        try (Secret secret = Secret.of(phrase)) {
            return unlocked(slot, secret, pepper);
        }
    }

    /** Whatever stands for the pepper: it is not asked. */
    private PersonalKeys withCode(Slot slot, String code) {
        try (Secret secret = RecoveryCode.parse(code)) {
            return unlocked(slot, secret, new Pepper(9, new byte[32]));
        }
    }

    private PersonalKeys unlocked(Slot slot, Secret secret, Pepper pepper) {
        return PersonalKeys.unlock(
                practice.tenantId, practice.ada.personId(), slot, secret, pepper, practice.ada.publicKeys());
    }

    /** A keystore that is read with what came back from paper. */
    private record FromPaper(Map<EkId, SealedText> rows, KeystoreKey key) implements ErasureKeys {
        @Override
        public ErasureKey claim() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ErasureKey find(EkId id) {
            return key.unwrap(id, rows.get(id));
        }

        @Override
        public void destroy(EkId id) {
            throw new UnsupportedOperationException();
        }
    }
}
