package org.safespaces.vault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), from bcprov: makes each guess at a passphrase cost a quarter of a second and 64 MiB.
 *
 * <p>Limit: callers bound how many run at once. Costs read back from a database are capped, since its writer could otherwise stop
 * the server with one row; lowered costs do no harm, because the slot is bound to the costs it was made with.
 */
final class KeyStretching {
    static final int MEMORY_KIB = GuessingCost.memoryKiB();
    static final int PASSES = GuessingCost.isCheap() ? 1 : 3;
    static final int LANES = 4;
    static final int SALT = 16;

    static final int MOST_MEMORY_KIB = 128 * 1024;
    static final int MOST_PASSES = 10;
    static final int MOST_LANES = 8;

    private static final int OUTPUT = 32;

    private KeyStretching() {}

    /** At the cost of today. */
    static byte[] stretch(byte[] secret, byte[] salt) {
        return stretch(secret, salt, MEMORY_KIB, PASSES, LANES);
    }

    /** At a stored cost; {@link VaultException} when it is out of bounds. */
    static byte[] stretch(byte[] secret, byte[] salt, int memoryKiB, int passes, int lanes) {
        boolean inBounds = lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKiB >= 8 * lanes
                && memoryKiB <= MOST_MEMORY_KIB;
        if (!inBounds || salt.length != SALT) {
            throw new VaultException();
        }
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] stretched = new byte[OUTPUT];
        argon2.generateBytes(secret, stretched);
        return stretched;
    }
}
