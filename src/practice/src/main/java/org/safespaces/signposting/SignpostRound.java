package org.safespaces.signposting;

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

/** Tells the directory what was checked: at once where it was, and every half minute for what was on another server. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignpostRound {
    private static final Logger LOG = Logger.getLogger(SignpostRound.class.getName());

    @Inject
    private SignpostChecks checks;

    @Inject
    private SupportDirectory directory;

    @Schedule(hour = "*", minute = "*", second = "15/30", persistent = false)
    public void round() {
        try {
            directory.goBy(checks.all());
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "checks of places that can help were not read: {0}", later.getClass());
        }
    }

    public void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignpostFound found) {
        round();
    }
}
