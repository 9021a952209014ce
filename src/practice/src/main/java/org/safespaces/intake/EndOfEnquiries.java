package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends enquiries whose time is over: at start, and each night after the codes that are over have gone. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndOfEnquiries {
    private static final Logger LOG = Logger.getLogger(EndOfEnquiries.class.getName());

    @Inject
    private Retention retention;

    /** Each enquiry by itself: one that fails waits for the next round and keeps none of the others. */
    @Schedule(hour = "0", minute = "31", persistent = false)
    public void round() {
        retention.over().forEach(id -> tryTo(retention::expire, id));
        retention.empty().forEach(id -> tryTo(retention::forget, id));
    }

    private static void tryTo(Consumer<UUID> end, UUID id) {
        try {
            end.accept(id);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "an enquiry whose time is over was not ended: {0}", later.getClass());
        }
    }
}
