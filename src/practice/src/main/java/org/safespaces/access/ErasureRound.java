package org.safespaces.access;

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
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.people.People;

/** Erases what is decided: at once, and what a crash left at the next start and every five minutes. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureRound {
    private static final Logger LOG = Logger.getLogger(ErasureRound.class.getName());

    @Inject
    private ErasureSteps steps;

    @Inject
    private People people;

    /** Goes on with whatever is under way. Each by itself: one that fails waits for the next round. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void round() {
        steps.unfinished().forEach(this::tryToFinish);
    }

    public void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErasureDecided decided) {
        tryToFinish(decided.erasure());
    }

    @Schedule(hour = "4", minute = "7", persistent = false)
    void nightly() {
        people.forgetErasedClients();
    }

    private void tryToFinish(UUID erasure) {
        try {
            steps.finish(erasure);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "erasure {0} is not done yet: {1}", new Object[] {erasure, later.getClass()});
        }
    }
}
