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

/** Each minute: what was held too long is free again, and what was asked for and not answered in time is over. Any number of servers may do so. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BookingRound {
    private static final Logger LOG = Logger.getLogger(BookingRound.class.getName());

    @Inject
    private Expiry expiry;

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void round() {
        expiry.due().forEach(therapist -> tried(() -> expiry.expire(therapist)));
    }

    @Schedule(hour = "4", minute = "17", persistent = false)
    void nightly() {
        tried(expiry::forgetHolds);
    }

    private static void tried(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "what is over has not ended, and will be looked at again: {0}", later.getClass());
        }
    }
}
