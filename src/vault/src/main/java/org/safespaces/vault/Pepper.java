package org.safespaces.vault;

/**
 * A secret of the server, outside every database, mixed into passphrases and return codes: a stolen database alone cannot be
 * guessed against. Two versions live side by side while it is changed.
 *
 * @param version which one; slots remember it
 * @param value at least 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pepper(int version, byte[] value) {
    public Pepper {
        value = value.clone();
        if (value.length < 32) {
            throw new IllegalArgumentException("a pepper has at least 32 bytes");
        }
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    @Override
    public String toString() {
        return "Pepper[version=" + version + ", redacted]";
    }
}
