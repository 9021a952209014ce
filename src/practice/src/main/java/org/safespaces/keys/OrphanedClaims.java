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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.vault.EkId;

/**
 * Keys that were claimed for something that never came about: an enquiry that was rolled back, a server that stopped. They
 * go each night, 35 days after the claim and no sooner: until then the main database may be restored to a state in which
 * they are used.
 *
 * <p>Should more keys look orphaned than are in use, none is touched: then this is more likely the wrong main database than
 * so many orphans.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrphanedClaims {
    private static final Logger LOG = Logger.getLogger(OrphanedClaims.class.getName());
    private static final int DAYS = 35;

    @Inject
    private KeystoreRows keystore;

    @Inject
    private KeysInUse inUse;

    @Inject
    private EndingKeys ending;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many there are at this moment, old enough to go. */
    public int count() {
        return found().orphans().size();
    }

    /** Destroys them. */
    @Schedule(hour = "3", minute = "41", persistent = false)
    public void round() {
        Found found = found();
        if (found.orphans().size() > found.used()) {
            LOG.log(
                    Level.WARNING,
                    "more claimed keys look unused than used: none of {0} is destroyed",
                    found.orphans().size());
        } else if (!found.orphans().isEmpty()) {
            found.orphans().forEach(ending::destroyUnused);
            LOG.log(
                    Level.INFO,
                    "orphaned claims destroyed: {0}",
                    found.orphans().size());
            audit.recordFirst(Actor.SERVER, AuditAction.KEYSTORE_ORPHANS_DESTROYED, "keystore", null);
        }
    }

    private record Found(List<EkId> orphans, int used) {}

    private Found found() {
        Set<UUID> used = inUse.all();
        List<Claim> claims =
                keystore.list("SELECT ek_id, claimed_on FROM erasure_key WHERE claimed_on IS NOT NULL", Claim::of);
        LocalDate before = LocalDate.now(clock).minusDays(DAYS);
        List<EkId> orphans = claims.stream()
                .filter(claim -> claim.day().isBefore(before))
                .map(Claim::key)
                .filter(key -> !used.contains(key.value()))
                .toList();
        long alive = claims.stream()
                .filter(claim -> used.contains(claim.key().value()))
                .count();
        return new Found(orphans, (int) alive);
    }

    private record Claim(EkId key, LocalDate day) {
        static Claim of(ResultSet row) throws SQLException {
            return new Claim(new EkId((UUID) row.getObject(1)), row.getObject(2, LocalDate.class));
        }
    }
}
