package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What the browser's key cookies said in this request. Set by the pages' filter; read here; gone with the request. */
@RequestScoped
public class BrowserKeyHolder {
    private String vaultKey;

    /** Hands in the cookie of this request; {@code null} when there was none. */
    public void present(String cookieValue) {
        this.vaultKey = cookieValue;
    }

    Optional<String> vaultKey() {
        return Optional.ofNullable(vaultKey);
    }
}
