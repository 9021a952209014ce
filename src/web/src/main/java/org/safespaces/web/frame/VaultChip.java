package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.keys.VaultLock;

/** The sign in the bar that says whether the vault is open, and the button that locks it. */
@Named
@RequestScoped
public class VaultChip {
    @Inject
    private VaultLock vaultLock;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    public boolean isOpen() {
        return signedIn.isTherapist() && vaultLock.isOpen();
    }

    /** When it locks by itself, in words. */
    public String getNote() {
        return String.format(exchange.text("staff", "vault.open.note"), vaultLock.idleMinutes());
    }

    public long getIdleMinutes() {
        return vaultLock.idleMinutes();
    }

    /** Locks at once and shows the door. */
    public void lock() {
        vaultLock.lock();
        exchange.dropCookie(Cookies.VAULT);
        exchange.goTo("/therapist/unlock");
    }
}
