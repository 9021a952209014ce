package org.safespaces.vault;

import java.util.Base64;
import java.util.UUID;

/**
 * A key that lives in a cookie of the browser and passes through the server within one request: what a session keeps is sealed
 * under it, so that a memory of sessions alone opens nothing.
 *
 * <p>Limit: cookie and session together open it; hence the short life of both. Failure: {@link VaultException}. Source: vault.md
 * 6.2 and 5.3.
 */
public final class BrowserKey implements AutoCloseable {
    private final byte[] key;
    private boolean closed;

    private BrowserKey(byte[] key) {
        this.key = key;
    }

    /** A fresh key of 32 bytes. */
    public static BrowserKey draw() {
        return new BrowserKey(Bytes.random(32));
    }

    /** The key of a cookie; {@link VaultException} when it cannot be one. */
    public static BrowserKey decode(String base64url) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(base64url);
            if (key.length != 32) {
                throw new VaultException();
            }
            return new BrowserKey(key);
        } catch (IllegalArgumentException notBase64) {
            throw new VaultException();
        }
    }

    /** The cookie's value: base64url without filler, 43 characters. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value());
    }

    /** Seals the answers of a public form between two of its pages. */
    public SealedText sealWorkingCopy(UUID tenantId, byte[] nonce16, ClearText text) {
        return Envelope.sealText(value(), AssociatedData.workingCopy(tenantId, checked(nonce16)), text);
    }

    public ClearText openWorkingCopy(UUID tenantId, byte[] nonce16, SealedText sealed) {
        return Envelope.openText(value(), AssociatedData.workingCopy(tenantId, checked(nonce16)), sealed);
    }

    byte[] value() {
        if (closed) {
            throw new VaultException();
        }
        return key;
    }

    private static byte[] checked(byte[] nonce) {
        if (nonce.length != 16) {
            throw new VaultException();
        }
        return nonce;
    }

    /** Wipes the key; what is sealed under it stays sealed. */
    @Override
    public void close() {
        closed = true;
        Bytes.wipe(key);
    }

    @Override
    public String toString() {
        return "BrowserKey[redacted]";
    }
}
