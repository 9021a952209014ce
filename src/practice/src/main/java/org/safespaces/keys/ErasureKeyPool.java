package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes erasure keys ahead of their use, so that every key in use stands in a backup already. */
@Singleton
@Startup
@PermitAll
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureKeyPool {
    private static final Logger LOG = Logger.getLogger(ErasureKeyPool.class.getName());
    private static final int SIZE = 5_000;

    @Inject
    private ErasureKeyStore store;

    @PostConstruct
    void atStart() {
        store.fillUpTo(SIZE);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void topUp() {
        int added = store.fillUpTo(SIZE);
        LOG.log(Level.FINE, "erasure keys added: {0}", added);
    }
}
