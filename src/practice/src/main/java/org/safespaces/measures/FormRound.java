package org.safespaces.measures;

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
import org.safespaces.people.CaseId;

/** Each hour: whoever has a form to fill in that has opened is let know once. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FormRound {
    private static final Logger LOG = Logger.getLogger(FormRound.class.getName());

    @Inject
    private FormLetters letters;

    /** Each case by itself: one that fails waits for the next round and keeps none of the others. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void round() {
        letters.cases().forEach(this::tell);
    }

    private void tell(CaseId caseId) {
        try {
            letters.tell(caseId);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "a form was not told of, and will be looked at again: {0}", later.getClass());
        }
    }
}
