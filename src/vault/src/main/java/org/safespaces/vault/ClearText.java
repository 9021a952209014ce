package org.safespaces.vault;

import java.nio.charset.StandardCharsets;

/**
 * Text in the clear, for as long as it is being read or written. {@link #close} wipes what this object holds; the {@code String}
 * that came in, or that {@link #text} gave out, cannot be wiped (vault.md 10). Never printed, never compared, never serialised.
 */
public final class ClearText implements AutoCloseable {
    private final byte[] utf8;
    private boolean closed;

    private ClearText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Takes a text as typed. A lone half of a surrogate pair becomes a question mark: UTF-8 cannot carry it. */
    public static ClearText of(String text) {
        return new ClearText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the array over; nobody else keeps it. */
    static ClearText owning(byte[] utf8) {
        return new ClearText(utf8);
    }

    /** The text. Fails with {@link VaultException} once closed. */
    public String text() {
        return new String(utf8(), StandardCharsets.UTF_8);
    }

    byte[] utf8() {
        if (closed) {
            throw new VaultException();
        }
        return utf8;
    }

    @Override
    public void close() {
        closed = true;
        Bytes.wipe(utf8);
    }

    @Override
    public String toString() {
        return "ClearText[redacted]";
    }
}
