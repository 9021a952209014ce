package org.safespaces.reader;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106), version 0x13, 32 bytes out: the one part that the JDK does not have. */
final class Stretching {
    private Stretching() {}

    static byte[] stretched(String secret, byte[] salt, int memoryKiB, int passes, int lanes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(0x13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] out = new byte[32];
        argon2.generateBytes(secret.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}
