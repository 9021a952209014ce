package org.safespaces.intake;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import org.safespaces.vault.SealedText;

/** The sealed working copy in a visitor's session. Its key is in her browser and nowhere here. */
@SessionScoped
class HeldCopy implements Serializable {
    private static final long serialVersionUID = 1L;

    private byte[] nonce;
    private byte[] sealed;

    synchronized void keep(byte[] newNonce, SealedText text) {
        nonce = newNonce.clone();
        sealed = text.bytes();
    }

    synchronized Optional<SealedText> sealed() {
        return Optional.ofNullable(sealed).map(SealedText::new);
    }

    synchronized byte[] nonce() {
        return nonce.clone();
    }

    synchronized void forget() {
        nonce = null;
        sealed = null;
    }
}
