package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private final byte[] key = Bytes.random(32);
    private final byte[] aad = Bytes.random(40);
    private final byte[] secret = Bytes.random(32);

    @Test
    void aTextComesBackAsItWas() {
        String text = "Ünïcode, \uD83D\uDC9C, and a\nsecond line";

        assertEquals(text, opened(sealed(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1019, 1020, 1021, 2044, 2045, 8188, 262_139, 262_140})
    void aTextOfAnyLengthThatFitsComesBack(int length) {
        String text = "x".repeat(length);

        assertEquals(text, opened(sealed(text)));
    }

    @Test
    void textsOfOneClassHaveOneLength() {
        assertEquals(sealed("").bytes().length, sealed("x".repeat(1020)).bytes().length);
        assertEquals(69 + 1024 + 16, sealed("").bytes().length);
        assertEquals(69 + 2048 + 16, sealed("x".repeat(1021)).bytes().length);
        assertEquals(69 + 262_144 + 16, sealed("x".repeat(262_140)).bytes().length);
    }

    @Test
    void aTextBeyondTheLargestClassIsRefusedKindly() {
        TextTooLong refusal = assertThrows(TextTooLong.class, () -> sealed("y".repeat(262_141)));

        assertEquals("text too long", refusal.getMessage());
    }

    @Test
    void aTextTooLongForItsFixedClassIsRefusedKindly() {
        try (ClearText text = ClearText.of("z".repeat(4093))) {
            assertThrows(TextTooLong.class, () -> Envelope.sealText(key, aad, text, 4096));
        }
    }

    @Test
    void aKeyComesBackAsItWas() {
        assertArrayEquals(secret, Envelope.openKey(key, aad, sealedKey(), 32));
        byte[] id = Bytes.random(16);
        assertArrayEquals(id, Envelope.openKey(key, aad, Envelope.sealKey(key, aad, id), 16));
    }

    @Test
    void onlySixteenOrThirtyTwoBytesAreAKey() {
        Refused.by(() -> Envelope.sealKey(key, aad, new byte[31]));
        Refused.by(() -> Envelope.sealKey(key, aad, new byte[64]));
    }

    @Test
    void sealingTwiceNeverGivesTheSame() {
        assertNotEquals(sealed("same"), sealed("same"));
    }

    @Test
    void anotherKeyDoesNotOpen() {
        SealedText sealed = sealedKey();

        Refused.by(() -> Envelope.openKey(Bytes.random(32), aad, sealed, 32));
        Refused.by(() -> Envelope.openKey(Hex.flipped(key, 0), aad, sealed, 32));
        Refused.by(() -> Envelope.openKey(new byte[31], aad, sealed, 32));
    }

    @Test
    void anotherPlaceDoesNotOpen() {
        SealedText sealed = sealedKey();

        Refused.by(() -> Envelope.openKey(key, Hex.flipped(aad, 0), sealed, 32));
        Refused.by(() -> Envelope.openKey(key, Bytes.NONE, sealed, 32));
        Refused.by(() -> Envelope.openKey(key, Arrays.copyOf(aad, aad.length + 1), sealed, 32));
    }

    @Test
    void noBitCanBeTurnedOver() {
        byte[] envelope = sealedKey().bytes();
        for (int bit = 0; bit < envelope.length * 8; bit++) {
            SealedText flipped = new SealedText(Hex.flipped(envelope, bit));
            Refused.by(() -> Envelope.openKey(key, aad, flipped, 32));
        }
    }

    @Test
    void noBitOfATextCanBeTurnedOver() {
        byte[] envelope = sealed("a short text").bytes();
        for (int bit = 0; bit < envelope.length * 8; bit++) {
            SealedText flipped = new SealedText(Hex.flipped(envelope, bit));
            Refused.by(() -> Envelope.openText(key, aad, flipped));
        }
    }

    @Test
    void cutShortAtAnyByteItDoesNotOpen() {
        byte[] envelope = sealed("cut").bytes();
        for (int length = 0; length < envelope.length; length++) {
            SealedText cut = new SealedText(Arrays.copyOf(envelope, length));
            Refused.by(() -> Envelope.openText(key, aad, cut));
        }
    }

    @Test
    void withAnythingAppendedItDoesNotOpen() {
        byte[] envelope = sealed("long").bytes();
        for (int more : new int[] {1, 16, 1024, 2048, 300_000}) {
            SealedText longer = new SealedText(Arrays.copyOf(envelope, envelope.length + more));
            Refused.by(() -> Envelope.openText(key, aad, longer));
        }
    }

    @Test
    void aKeyDoesNotOpenAsATextNorATextAsAKey() {
        Refused.by(() -> Envelope.openText(key, aad, sealedKey()));
        Refused.by(() -> Envelope.openKey(key, aad, sealed("text"), 32));
        byte[] relabelled = sealedKey().bytes();
        relabelled[1] = 'P';
        Refused.by(() -> Envelope.openKey(key, aad, new SealedText(relabelled), 32));
    }

    @Test
    void aKeyOfOneLengthDoesNotOpenAsTheOther() {
        Refused.by(() -> Envelope.openKey(key, aad, sealedKey(), 16));
    }

    @Test
    void aTextOfOneClassDoesNotOpenAsAnother() {
        Refused.by(() -> Envelope.openText(key, aad, sealed("small"), 4096));
    }

    @Test
    void anUnknownSuiteIsRefused() {
        for (int suite : new int[] {0, 2, 255}) {
            byte[] other = sealedKey().bytes();
            other[4] = (byte) suite;
            Refused.by(() -> Envelope.openKey(key, aad, new SealedText(other), 32));
        }
    }

    @Test
    void aFillerThatIsNotZeroIsRefused() {
        byte[] padded = Padding.fill("note".getBytes(StandardCharsets.UTF_8), 1024);
        padded[1023] = 1;

        Refused.by(() -> opened(Envelope.seal(Envelope.Kind.TEXT, key, aad, padded, Bytes.random(32))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, 1024, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthThatDoesNotFitIsRefused(int length) {
        byte[] padded = ByteBuffer.allocate(1024).putInt(length).array();

        Refused.by(() -> opened(Envelope.seal(Envelope.Kind.TEXT, key, aad, padded, Bytes.random(32))));
    }

    @Test
    void aSizeThatIsNoClassIsRefused() {
        byte[] padded = Padding.fill("note".getBytes(StandardCharsets.UTF_8), 1536);

        Refused.by(() -> opened(Envelope.seal(Envelope.Kind.TEXT, key, aad, padded, Bytes.random(32))));
    }

    private SealedText sealed(String text) {
        try (ClearText clear = ClearText.of(text)) {
            return Envelope.sealText(key, aad, clear);
        }
    }

    private SealedText sealedKey() {
        return Envelope.sealKey(key, aad, secret);
    }

    private String opened(SealedText sealed) {
        try (ClearText clear = Envelope.openText(key, aad, sealed)) {
            return clear.text();
        }
    }
}
