package org.safespaces.vault;

import java.util.Arrays;
import java.util.UUID;

/**
 * The public half of a return code, which is stored; also its key's id wherever one is asked for.
 *
 * @param codeId the first 16 bytes of SHA-256 over the key
 * @param boxKey X25519, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record CodeKeys(UUID codeId, byte[] boxKey) {
    public CodeKeys {
        boxKey = boxKey.clone();
    }

    static CodeKeys of(byte[] boxKey) {
        return new CodeKeys(Bytes.id(Bytes.sha256(boxKey)), boxKey);
    }

    @Override
    public byte[] boxKey() {
        return boxKey.clone();
    }

    boolean isSound() {
        return boxKey.length == Hpke.KEY && codeId.equals(Bytes.id(Bytes.sha256(boxKey)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeKeys keys && codeId.equals(keys.codeId) && Arrays.equals(boxKey, keys.boxKey);
    }

    @Override
    public int hashCode() {
        return codeId.hashCode();
    }
}
