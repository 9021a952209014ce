package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks after the keystore for whoever runs the practice. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class KeystoreCheck {
    @Inject
    private ErasureKeyStore store;

    @Inject
    private OrphanedClaims orphans;

    @Inject
    private EndingKeys ending;

    @Inject
    private TombstoneFile file;

    public KeystoreReport look() {
        int left = ending.left().size();
        try {
            return new KeystoreReport(Optional.of(store.state()), orphans.count(), left, file.isKept());
        } catch (KeystoreUnavailable down) {
            return new KeystoreReport(Optional.empty(), 0, left, file.isKept());
        }
    }
}
