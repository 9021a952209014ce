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
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes codes away that nobody has used for thirty days: at start, and each night. They have opened nothing since that day. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndOfCodes {
    private static final Logger LOG = Logger.getLogger(EndOfCodes.class.getName());

    @Inject
    private ReturnCodes codes;

    @Schedule(hour = "0", minute = "19", persistent = false)
    public void round() {
        try {
            codes.expire();
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "codes that are over were not taken away: {0}", later.getClass());
        }
    }
}
