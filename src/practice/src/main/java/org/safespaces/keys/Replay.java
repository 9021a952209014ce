package org.safespaces.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
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
 * Before anybody is served: makes a keystore that came back from a backup agree with what has happened since. Keys with a
 * tombstone are destroyed again; keys in use are taken out of the pool again, or a second case would get one of them, and
 * would be erased with the first. If that cannot be done, the start is refused.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class.getName());

    @Inject
    private KeystoreRows keystore;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private Tombstones tombstones;

    @Inject
    private TombstoneFile file;

    @Inject
    private KeysInUse inUse;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Does it all; throws, and nobody may be served, when a destroyed key lives on. */
    public void replay() {
        Set<String> stones = tombstones.all();
        List<EkId> risen = risen(stones);
        risen.forEach(store::destroy);
        if (!risen(stones).isEmpty()) {
            throw new IllegalStateException("A destroyed erasure key is in the keystore and cannot be destroyed again");
        }
        tombstones.spread();
        tell(AuditAction.KEYSTORE_REPLAYED, risen.size(), "erasure keys came back and were destroyed again: {0}");
        Set<UUID> used = inUse.all();
        tell(AuditAction.KEYSTORE_RECLAIMED, reclaim(used), "erasure keys in use had come back as free: {0}");
        tell(AuditAction.KEYSTORE_KEYS_MISSING, missing(used, stones), "erasure keys in use that are missing: {0}");
    }

    private List<EkId> risen(Set<String> stones) {
        return ids("SELECT ek_id FROM erasure_key").stream()
                .map(EkId::new)
                .filter(key -> stones.contains(Tombstones.of(key)))
                .toList();
    }

    private int reclaim(Set<UUID> used) {
        List<UUID> free = ids("SELECT ek_id FROM erasure_key WHERE claimed_on IS NULL").stream()
                .filter(used::contains)
                .toList();
        return keystore.inOne(connection -> {
            for (UUID key : free) {
                KeystoreRows.change(
                        connection, "UPDATE erasure_key SET claimed_on = ? WHERE ek_id = ?", LocalDate.now(clock), key);
            }
            return free.size();
        });
    }

    /** Named by the main database, neither there nor destroyed: what they sealed does not open. */
    private int missing(Set<UUID> used, Set<String> stones) {
        Set<UUID> gone = new HashSet<>(used);
        ids("SELECT ek_id FROM erasure_key").forEach(gone::remove);
        gone.removeIf(key -> stones.contains(Tombstones.of(new EkId(key))));
        return gone.size();
    }

    private List<UUID> ids(String sql) {
        return keystore.list(sql, row -> (UUID) row.getObject(1));
    }

    private void tell(AuditAction action, int count, String said) {
        if (count > 0) {
            LOG.log(Level.WARNING, said, count);
            audit.recordFirst(Actor.SERVER, action, "keystore", null);
        }
    }
}
