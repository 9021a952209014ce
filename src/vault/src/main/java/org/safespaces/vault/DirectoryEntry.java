package org.safespaces.vault;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A person's public keys as she published them, signed by herself. Worth nothing until vouched for.
 *
 * @param tenantId the practice
 * @param personId whose keys
 * @param kind person, or offline keys on paper
 * @param keys the keys
 * @param day when
 * @param signature hers, by the signing key in the entry
 */
@SuppressWarnings("ArrayRecordComponent")
public record DirectoryEntry(
        UUID tenantId, UUID personId, KeyKind kind, PublicKeys keys, LocalDate day, byte[] signature) {
    public DirectoryEntry {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether nothing in it differs, its signature included. */
    boolean isLike(DirectoryEntry other) {
        return tenantId.equals(other.tenantId)
                && personId.equals(other.personId)
                && kind == other.kind
                && keys.equals(other.keys)
                && day.equals(other.day)
                && Arrays.equals(signature, other.signature);
    }

    /** What a {@link Vouch} names: SHA-512 over everything that is signed here. */
    public byte[] hash() {
        return Bytes.sha512(payload());
    }

    byte[] payload() {
        return LengthPrefix.of(Labels.DIRECTORY_ENTRY)
                .id(tenantId)
                .id(personId)
                .id(keys.keyId())
                .u8(kind.code())
                .bytes(keys.boxKey())
                .bytes(keys.signKey())
                .u32(day.toEpochDay())
                .done();
    }

    DirectoryEntry signed(byte[] byTheKeyInside) {
        return new DirectoryEntry(tenantId, personId, kind, keys, day, byTheKeyInside);
    }

    /** Whether she signed it herself, with the very keys in it. Says nothing about who she is. */
    public boolean isSound() {
        return keys.isSound() && isDated() && Signing.verifies(keys.signKey(), payload(), signature);
    }

    /** A day that the format has room for: whoever writes another into a row must not stop the directory. */
    private boolean isDated() {
        return !day.isBefore(LocalDate.EPOCH) && day.toEpochDay() <= 0xFFFF_FFFFL;
    }
}
