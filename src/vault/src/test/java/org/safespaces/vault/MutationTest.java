package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many small damages, drawn from a fixed seed; none may open, and none may fail in any but the one way. */
class MutationTest {
    private static final int MUTATIONS = 120_000;
    private static final int ENVELOPES = 200;

    private final Random random = new Random(20_261_122L);
    private final byte[] key = Bytes.random(32);

    @Test
    void noMutationOfAnEnvelopeOpens() {
        byte[] aad = Bytes.random(64);
        byte[] envelope = Envelope.sealKey(key, aad, Bytes.random(32)).bytes();
        int accepted = 0;
        for (int count = 0; count < MUTATIONS; count++) {
            byte[] mutated = mutated(envelope);
            if (!Arrays.equals(envelope, mutated) && opens(mutated, aad)) {
                accepted++;
            }
        }
        assertEquals(0, accepted);
    }

    @Test
    void noTwoOfManyEnvelopesCanChangePlaces() {
        List<byte[]> places = new ArrayList<>();
        List<byte[]> envelopes = new ArrayList<>();
        for (int at = 0; at < ENVELOPES; at++) {
            places.add(Bytes.random(32));
            envelopes.add(
                    Envelope.sealKey(key, places.get(at), Bytes.random(32)).bytes());
        }
        int accepted = 0;
        for (int from = 0; from < ENVELOPES; from++) {
            for (int to = 0; to < ENVELOPES; to++) {
                accepted += opens(envelopes.get(from), places.get(to)) ? 1 : 0;
            }
        }
        assertEquals(ENVELOPES, accepted, "each at its own place and nowhere else");
    }

    @Test
    void noMutationOfAnHpkeSealOpensOrThrowsAnythingElse() {
        Hpke.Pair pair = Hpke.derive(Bytes.random(32));
        byte[] info = Bytes.random(32);
        Hpke.Sealed sealed = Hpke.seal(pair.publicKey(), info, Bytes.random(32));
        for (int count = 0; count < 4_000; count++) {
            byte[] encapsulation = random.nextBoolean() ? mutated(sealed.encapsulation()) : sealed.encapsulation();
            byte[] ciphertext = random.nextBoolean() ? mutated(sealed.ciphertext()) : sealed.ciphertext();
            if (!Arrays.equals(encapsulation, sealed.encapsulation())
                    || !Arrays.equals(ciphertext, sealed.ciphertext())) {
                Refused.by(() -> Hpke.open(pair, info, encapsulation, ciphertext));
            }
        }
    }

    @Test
    void noMutationOfASignatureHoldsAndNoneThrows() {
        byte[] seed = Bytes.random(32);
        byte[] publicKey = Signing.publicKey(seed);
        byte[] payload = Bytes.random(100);
        byte[] signature = Signing.sign(seed, payload);
        int accepted = 0;
        for (int count = 0; count < 4_000; count++) {
            byte[] mutated = mutated(signature);
            accepted += !Arrays.equals(signature, mutated) && Signing.verifies(publicKey, payload, mutated) ? 1 : 0;
            accepted += Signing.verifies(mutated(publicKey), Hex.flipped(payload, 3), signature) ? 1 : 0;
        }
        assertEquals(0, accepted);
    }

    private boolean opens(byte[] envelope, byte[] aad) {
        try {
            Envelope.openKey(key, aad, new SealedText(envelope), 32);
            return true;
        } catch (VaultException refused) {
            return false;
        }
    }

    private byte[] mutated(byte[] original) {
        return switch (random.nextInt(7)) {
            case 0 -> Hex.flipped(original, random.nextInt(original.length * 8));
            case 1 -> Arrays.copyOf(original, random.nextInt(original.length));
            case 2 -> Arrays.copyOf(original, original.length + 1 + random.nextInt(64));
            case 3 -> withNoise(original, 1 + random.nextInt(8));
            case 4 -> withRangeCopied(original);
            case 5 -> withRangeZeroed(original);
            default -> withNoise(original, original.length);
        };
    }

    private byte[] withNoise(byte[] original, int count) {
        byte[] mutated = original.clone();
        for (int change = 0; change < count; change++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private byte[] withRangeCopied(byte[] original) {
        byte[] mutated = original.clone();
        int length = 1 + random.nextInt(original.length - 1);
        int from = random.nextInt(original.length - length + 1);
        int to = random.nextInt(original.length - length + 1);
        System.arraycopy(original, from, mutated, to, length);
        return mutated;
    }

    private byte[] withRangeZeroed(byte[] original) {
        byte[] mutated = original.clone();
        int from = random.nextInt(original.length);
        Arrays.fill(mutated, from, from + 1 + random.nextInt(original.length - from), (byte) 0);
        return mutated;
    }
}
