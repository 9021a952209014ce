package org.safespaces.vault;

import java.util.UUID;

/**
 * Whom a secret is sealed to: a person with vouched keys, or a return code. Made from those two types only.
 *
 * @param id person or code
 * @param keyId with which keys
 * @param boxKey X25519
 */
@SuppressWarnings("ArrayRecordComponent")
record Addressee(UUID id, UUID keyId, byte[] boxKey) {
    static Addressee of(VouchedKeys person) {
        return new Addressee(
                person.personId(), person.keys().keyId(), person.keys().boxKey());
    }

    /** A code's id is its key's as well; one that does not belong to the key is refused. */
    static Addressee of(CodeKeys code) {
        if (!code.isSound()) {
            throw new VaultException();
        }
        return new Addressee(code.codeId(), code.codeId(), code.boxKey());
    }

    boolean isCode() {
        return id.equals(keyId);
    }
}
