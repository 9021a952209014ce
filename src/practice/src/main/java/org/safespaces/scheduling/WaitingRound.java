package org.safespaces.scheduling;

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
import org.safespaces.people.TherapistId;

/**
 * Offers what has become free without anybody's act: hours that were opened, a day that has come within the horizon. What was given
 * back has been offered at once.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingRound {
    private static final Logger LOG = Logger.getLogger(WaitingRound.class.getName());

    @Inject
    private OpenOffers open;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void round() {
        for (TherapistId therapist : open.diaries()) {
            try {
                open.fill(therapist);
            } catch (RuntimeException later) {
                LOG.log(Level.WARNING, "nothing was offered, and will be looked at again: {0}", later.getClass());
            }
        }
    }

    @Schedule(hour = "4", minute = "23", persistent = false)
    void nightly() {
        open.forgetOver();
    }
}
