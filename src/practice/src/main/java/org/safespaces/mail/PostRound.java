package org.safespaces.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what is due, every few seconds, and forgets what is over, every hour. One round at a time on each server; a letter that fails waits and is tried again. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PostRound {
    private static final Logger LOG = Logger.getLogger(PostRound.class.getName());
    private static final int MOST = 50;

    private final AtomicBoolean underway = new AtomicBoolean();

    @Inject
    private PostBag bag;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void round() {
        if (!underway.compareAndSet(false, true)) {
            return;
        }
        try {
            for (int sent = 0; sent < MOST && bag.sendNext(); sent++) {
                LOG.log(Level.FINE, "a letter left");
            }
        } finally {
            underway.set(false);
        }
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void forget() {
        bag.forgetOld();
    }
}
