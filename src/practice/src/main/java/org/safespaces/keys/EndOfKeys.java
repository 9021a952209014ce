package org.safespaces.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.vault.EkId;

/**
 * Destroys erasure keys whose use has ended: at once after the commit that ended it, and, should that have failed or the
 * server have stopped in between, at the next start and every five minutes.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndOfKeys {
    private static final Logger LOG = Logger.getLogger(EndOfKeys.class.getName());

    @Inject
    private EndingKeys ending;

    /** Completes what was left. Each key by itself: one that fails waits for the next round. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void round() {
        ending.left().forEach(this::tryToDestroy);
    }

    public void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyEnded key) {
        tryToDestroy(key.key());
    }

    /** The act itself is committed and stays so: what cannot be done now is left to the next round. */
    private void tryToDestroy(EkId key) {
        try {
            ending.destroy(key);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "an erasure key that has ended is not destroyed yet: {0}", later.getClass());
        }
    }
}
