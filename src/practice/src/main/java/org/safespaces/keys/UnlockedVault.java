package org.safespaces.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/** A person's keys in clear, for one request: opened when first needed, wiped when the request ends. */
@RequestScoped
class UnlockedVault {
    @Inject
    private LockedVault session;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private StoredGrants grants;

    @Inject
    private ErasureKeysAhead erasureKeys;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Clock clock;

    private PersonalKeys keys;

    /** The vault of whoever has unlocked hers. Using it throws {@link VaultLocked} when nobody has. */
    @Produces
    @RequestScoped
    Vault vault() {
        return keys().vault(grants, erasureKeys, directory.verified(), clock);
    }

    PersonalKeys keys() {
        if (keys == null) {
            LockedSeed seed = session.seed(clock.instant()).orElseThrow(VaultLocked::new);
            try (BrowserKey key = BrowserKey.decode(browser.vaultKey().orElseThrow(VaultLocked::new))) {
                keys = PersonalKeys.reopen(seed, key);
            } catch (VaultException wrongBrowser) {
                throw new VaultLocked();
            }
            session.used(clock.instant());
        }
        return keys;
    }

    @PreDestroy
    void wipe() {
        if (keys != null) {
            keys.close();
            keys = null;
        }
    }
}
