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

/** Lets unfinished forms go when their time is over: at start, and every hour at its beginning, when they end. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndOfDrafts {
    @Inject
    private CodeDrafts drafts;

    @Schedule(hour = "*", minute = "1", persistent = false)
    public void round() {
        drafts.end();
    }
}
