package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What carries secrets: closed it is empty, printed it says nothing, and nobody can reach into it. */
class ValuesTest {
    @Test
    void nothingSecretIsEverPrinted() {
        byte[] key = "sixteen letters!sixteen letters!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        PersonalKeys keys = new PersonalKeys(UUID.randomUUID(), UUID.randomUUID(), key.clone());
        for (Object secret : List.of(
                ClearText.of("sixteen letters"),
                Secret.of("sixteen letters"),
                new IntakeText(ClearText.of("sixteen letters"), ClearText.of("sixteen letters")),
                new Pepper(1, key),
                new ErasureKey(new EkId(UUID.randomUUID()), key),
                new KeystoreKey(UUID.randomUUID(), 1, key),
                new ServerSeal(UUID.randomUUID(), 1, key, key),
                BrowserKey.draw(),
                keys)) {
            assertFalse(secret.toString().contains("letters"), secret.toString());
            assertFalse(secret.toString().contains(Hex.of(key)), secret.toString());
        }
        assertEquals("ClearText[redacted]", ClearText.of("x").toString());
        assertEquals("SealedText[3 bytes]", new SealedText(new byte[3]).toString());
    }

    @Test
    void aClosedTextIsEmptyAndRefuses() {
        byte[] utf8 = {'a', 'b'};
        ClearText text = ClearText.owning(utf8);
        text.close();

        assertArrayEquals(new byte[2], utf8);
        Refused.by(text::text);
    }

    @Test
    void aClosedSecretRefuses() {
        Secret secret = Secret.of("words");
        secret.close();

        Refused.by(secret::text);
    }

    @Test
    void closedKeysLeaveNothingOfTheirSeed() {
        byte[] seed = Hex.repeated(1, 32);
        byte[] ek = Hex.repeated(2, 32);
        PersonalKeys keys = new PersonalKeys(UUID.randomUUID(), UUID.randomUUID(), seed);
        byte[] box = keys.opener().box().privateKey();
        keys.close();
        new ErasureKey(new EkId(UUID.randomUUID()), ek).close();

        assertArrayEquals(new byte[32], seed);
        assertArrayEquals(new byte[32], box);
        assertArrayEquals(new byte[32], ek);
    }

    @Test
    void clearTextsAndSecretsAreNeverEqual() {
        assertNotEquals(ClearText.of("a"), ClearText.of("a"));
        assertNotEquals(Secret.of("a"), Secret.of("a"));
    }

    @Test
    void twoSpellingsOfOnePhraseAreOne() {
        assertEquals(
                Secret.of("caf\u00e9 noir").text(),
                Secret.of(" cafe\u0301\u00a0\u2003noir\n").text());
        assertNotEquals(Secret.of("Word").text(), Secret.of("word").text());
    }

    @Test
    void sealedTextsCompareByContentAndCannotBeReachedInto() {
        byte[] bytes = {1, 2, 3};
        SealedText sealed = new SealedText(bytes);
        bytes[0] = 9;
        sealed.bytes()[1] = 9;

        assertArrayEquals(new byte[] {1, 2, 3}, sealed.bytes());
        assertEquals(sealed, new SealedText(new byte[] {1, 2, 3}));
        assertEquals(sealed.hashCode(), new SealedText(new byte[] {1, 2, 3}).hashCode());
    }

    @Test
    void noRecordHandsOutItsOwnArray() {
        Practice practice = new Practice();
        CasePart part = practice.opened(Compartment.CLINICAL);
        ItemAddress at = Practice.first(part);
        SealedItem item = practice.written(practice.ada, at, "text");
        CaseHead head = practice.vault(practice.ada).advance(null, at, item);
        byte[] some = {1};
        Stream.of(
                        practice.ada.publicKeys(),
                        practice.entries.get(0),
                        practice.vouches.get(0),
                        practice.rows.epochs.get(0),
                        practice.rows.grants.get(0),
                        item,
                        head,
                        HeadStep.of(at, item),
                        practice.listOf(practice.ada),
                        new RecipientSignature(at.itemId(), at.itemId(), some),
                        new IntakeWrap(Compartment.CLINICAL, at.itemId(), at.itemId(), some, some, some),
                        new InwardWrap(at.itemId(), at.itemId(), some, some),
                        new CodeKeys(at.itemId(), some),
                        new Pepper(1, new byte[32]),
                        new Slot(at.itemId(), SlotKind.PASSPHRASE, 1, 1, 1, some, 1, item.text()),
                        practice.ada.lock(BrowserKey.draw()))
                .forEach(ValuesTest::assertCopies);
    }

    private static void assertCopies(Object carrier) {
        for (RecordComponent component : carrier.getClass().getRecordComponents()) {
            if (component.getType() == byte[].class) {
                assertNotSame(read(component, carrier), read(component, carrier), component.toString());
            }
        }
    }

    private static Object read(RecordComponent component, Object carrier) {
        try {
            return component.getAccessor().invoke(carrier);
        } catch (ReflectiveOperationException unreadable) {
            throw new LinkageError("no accessor", unreadable);
        }
    }

    @Test
    void anAddressOutOfBoundsCannotBeMade() {
        CasePart part = new CasePart(UUID.randomUUID(), UUID.randomUUID(), Compartment.CLINICAL);
        UUID itemId = UUID.randomUUID();

        assertThrows(IllegalArgumentException.class, () -> new ItemAddress(part, itemId, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ItemAddress(part, itemId, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new ItemAddress(part, itemId, 1, 65_536));
    }

    @Test
    void aPepperIsNotShort() {
        assertThrows(IllegalArgumentException.class, () -> new Pepper(1, new byte[31]));
    }
}
