package org.safespaces.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;

/**
 * Makes erasure keys ahead of their use, so that every key in use stands in a backup already, and puts them under the
 * newest keystore key. Says so when few of them are old enough.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureKeyPool {
    private static final Logger LOG = Logger.getLogger(ErasureKeyPool.class.getName());
    private static final int SIZE = 5_000;
    private static final int AT_ONCE = 500;

    private final AtomicBoolean low = new AtomicBoolean();

    @Inject
    private ErasureKeyStore store;

    @Inject
    private AuditTrail audit;

    /** Before the first use. Throws {@link KeystoreUnavailable}. */
    public void fill() {
        store.fillUpTo(SIZE);
        tell();
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void round() {
        try {
            tell();
            int added = store.fillUpTo(SIZE);
            int rewrapped = rewrap();
            LOG.log(Level.FINE, "erasure keys added: {0}, put under a newer key: {1}", new Object[] {added, rewrapped});
        } catch (KeystoreUnavailable down) {
            LOG.log(Level.WARNING, "the keystore does not answer: nothing sealed opens, and nothing is taken");
        }
    }

    /** Tells, once, when too few keys are old enough; and again after there were enough. */
    public void look() {
        tell();
    }

    private void tell() {
        PoolState state = store.state();
        if (!state.isLow()) {
            low.set(false);
        } else {
            LOG.log(Level.WARNING, "erasure keys old enough for use: {0} of {1}", new Object[] {
                state.aged(), state.free()
            });
            if (low.compareAndSet(false, true)) {
                audit.recordFirst(Actor.SERVER, AuditAction.KEYSTORE_LOW, "keystore", null);
            }
        }
    }

    private int rewrap() {
        int all = 0;
        for (int done = store.rewrap(AT_ONCE); done > 0; done = store.rewrap(AT_ONCE)) {
            all += done;
        }
        return all;
    }
}
