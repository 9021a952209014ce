package org.safespaces.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What a person knows and typed: a passphrase or a recovery code. Brought to one spelling (NFKC, trimmed, single spaces), since two
 * keyboards write one phrase in different bytes. Case matters. Limit: the {@code String} it was typed as stays on the heap.
 */
public final class Secret implements AutoCloseable {
    private final byte[] utf8;
    private boolean closed;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Takes what was typed. */
    public static Secret of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("(?U)\\s+", " ");
        return new Secret(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret in words, to be shown once to the person it was drawn for. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
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
        return "Secret[redacted]";
    }
}
