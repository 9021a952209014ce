package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.access.Covers;
import org.safespaces.people.CaseId;

/** What a colleague's key is not to open any more gets a new lock as soon as the giver's vault is open. */
@RequestScoped
public class OverdueLocks {
    private static final Logger LOG = Logger.getLogger(OverdueLocks.class.getName());

    @Inject
    private Covers covers;

    /** Changes those that are due; what cannot be changed waits on Today. Needs the vault open. */
    public void change() {
        covers.lockToChange().forEach(this::change);
    }

    private void change(CaseId overdue) {
        try {
            covers.changeLock(overdue);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "a lock that is due was not changed at unlock: {0}", later.getClass());
        }
    }
}
