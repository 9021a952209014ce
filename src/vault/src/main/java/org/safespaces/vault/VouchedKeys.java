package org.safespaces.vault;

import java.util.Objects;
import java.util.UUID;

/**
 * Public keys that a chain of people ending at the anchor has vouched for. The only type that sealing accepts, and only
 * {@link Directory} makes one: sealing to an unverified key does not compile.
 */
public final class VouchedKeys {
    private final UUID personId;
    private final PublicKeys keys;
    private final KeyKind kind;

    VouchedKeys(DirectoryEntry entry) {
        this.personId = entry.personId();
        this.keys = entry.keys();
        this.kind = entry.kind();
    }

    public UUID personId() {
        return personId;
    }

    public PublicKeys keys() {
        return keys;
    }

    public KeyKind kind() {
        return kind;
    }

    /** Whether these keys consented to this list: one signature alone, which puts nothing in force. */
    public boolean signed(RecipientListBody body, RecipientSignature signature) {
        return signature.signerId().equals(personId)
                && signature.signerKeyId().equals(keys.keyId())
                && Signing.verifies(keys.signKey(), body.payload(), signature.signature());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VouchedKeys vouched
                && personId.equals(vouched.personId)
                && kind == vouched.kind
                && keys.equals(vouched.keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(personId, keys.keyId());
    }

    @Override
    public String toString() {
        return "VouchedKeys[" + personId + ", " + keys.keyId() + "]";
    }
}
