package org.safespaces.keys;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.schema.DatabasesMigrated;

/**
 * Looks, before the first visitor, whether everything the server must be told has been told: a missing setting or the
 * wrong secrets stop the start with a sentence, instead of failing somebody later. Then, once the databases are there, does
 * what must be done before anybody is served.
 */
@ApplicationScoped
class Start {
    /** Before whoever builds on keys. */
    private static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(Start.class.getName());
    private static final List<String> REQUIRED = List.of(
            "SAFESPACES_TENANT",
            "SAFESPACES_ORIGIN",
            "SAFESPACES_OIDC_URL",
            "SAFESPACES_OIDC_SECRET",
            "SAFESPACES_DESK_SECRET",
            "SAFESPACES_IDENTITY_ORIGIN");

    @Inject
    private ServerSecrets secrets;

    @Inject
    private TombstoneFile file;

    @Inject
    private Replay replay;

    @Inject
    private EndOfKeys endOfKeys;

    @Inject
    private EndOfDrafts endOfDrafts;

    @Inject
    private EndOfCodes endOfCodes;

    @Inject
    private ErasureKeyPool pool;

    @Inject
    private AuditTrail audit;

    void look(@Observes Startup started) {
        demandSettings();
        if (!file.isKept()) {
            LOG.log(Level.WARNING, "no file of tombstones: set SAFESPACES_TOMBSTONES_FILE (docs/operating.md)");
        }
    }

    private void demandSettings() {
        REQUIRED.forEach(ServerSecrets::required);
        IdleTime.configured();
        secrets.newestPepper();
    }

    void begin(@Observes @Priority(FIRST) DatabasesMigrated migrated) {
        demandSettings();
        audit.recordFirst(Actor.SERVER, AuditAction.SERVER_STARTED, "server", null);
        replay.replay();
        endOfKeys.round();
        pool.fill();
        endOfDrafts.round();
        endOfCodes.round();
    }
}
