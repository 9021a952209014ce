package org.safespaces.followup;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks each minute for tasks that were not acknowledged in time. Any number of servers may do so. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EscalationRound {
    private static final Logger LOG = Logger.getLogger(EscalationRound.class.getName());
    private static final int MOST = 200;

    @Inject
    private Escalation escalation;

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void round() {
        try {
            for (int gone = 0; gone < MOST && escalation.escalateNext(); gone++) {
                LOG.log(Level.FINE, "a task went on");
            }
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "what is due did not go on, and will be looked at again: {0}", later.getClass());
        }
    }
}
