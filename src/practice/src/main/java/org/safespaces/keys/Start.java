package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;

/**
 * Looks, before the first visitor, whether everything the server must be told has been told: a missing setting or the
 * wrong secrets stop the start with a sentence, instead of failing somebody later.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("DatabaseMigration")
public class Start {
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
    private AuditTrail audit;

    @PostConstruct
    void look() {
        REQUIRED.forEach(ServerSecrets::required);
        IdleTime.configured();
        secrets.newestPepper();
        audit.recordFirst(Actor.SERVER, AuditAction.SERVER_STARTED, "server", null);
    }
}
