package org.safespaces.intake;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.safespaces.vault.SealedText;

/** The sealed working copy in a visitor's session. Its key is in her browser and nowhere here. */
@SessionScoped
class HeldCopy implements Serializable {
    private static final long serialVersionUID = 1L;

    private byte[] nonce;
    private byte[] sealed;
    private Instant begun;

    synchronized void keep(byte[] newNonce, SealedText text, Instant now) {
        nonce = newNonce.clone();
        sealed = text.bytes();
        begun = begun == null ? now : begun;
    }

    /** What is kept, unless it was begun before this. */
    synchronized Optional<SealedText> sealed(Instant earliest) {
        if (begun != null && begun.isBefore(earliest)) {
            forget();
        }
        return Optional.ofNullable(sealed).map(SealedText::new);
    }

    synchronized byte[] nonce() {
        return nonce.clone();
    }

    synchronized void forget() {
        nonce = null;
        sealed = null;
        begun = null;
    }
}
