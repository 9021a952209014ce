package org.safespaces.keys;

import static java.time.ZoneOffset.UTC;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ErasureKeys;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.SealedText;

/**
 * Erasure keys, in the second database. Each call is a short transaction of its own, committed on return: an orphaned
 * claim is harmless. Keys are never cached.
 *
 * <p>When no key is old enough (a flood of enquiries) a younger one is taken, and that is recorded: the risk is to
 * durability for two days, never to secrecy. When there is none at all, {@link KeystoreUnavailable}.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureKeyStore implements ErasureKeys {
    private static final Logger LOG = Logger.getLogger(ErasureKeyStore.class.getName());
    private static final String CLAIM =
            """
            UPDATE erasure_key SET claimed_on = ? WHERE ek_id = (
              SELECT ek_id FROM erasure_key WHERE claimed_on IS NULL
              ORDER BY (made_at > ?), made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING ek_id, wrapped, ksk_version, made_at""";

    private static final String STATE =
            """
            SELECT count(*) FILTER (WHERE claimed_on IS NULL),
              count(*) FILTER (WHERE claimed_on IS NULL AND made_at <= ?),
              min(made_at) FILTER (WHERE claimed_on IS NULL),
              max(made_at) FILTER (WHERE claimed_on IS NULL),
              count(claimed_on), (SELECT count(*) FROM tombstone)
            FROM erasure_key""";

    @Inject
    private KeystoreRows rows;

    @Inject
    private ServerSecrets secrets;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Override
    public ErasureKey claim() {
        Instant oldEnough = oldEnough();
        Claimed claimed = rows.list(CLAIM, this::claimed, LocalDate.now(clock), oldEnough.atOffset(UTC)).stream()
                .findFirst()
                .orElseThrow(KeystoreUnavailable::new);
        if (claimed.made().isAfter(oldEnough)) {
            LOG.log(Level.WARNING, "no erasure key was old enough: one that may stand in no backup yet was taken");
            audit.recordFirst(Actor.SERVER, AuditAction.KEYSTORE_YOUNG_KEY, "erasure key", null);
        }
        return claimed.key();
    }

    private record Claimed(ErasureKey key, Instant made) {}

    private Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(unwrapped(row), row.getTimestamp("made_at").toInstant());
    }

    /** Throws {@link KeyGone} when there is none of that name, {@link KeystoreUnavailable} when nobody can tell. */
    @Override
    public ErasureKey find(EkId id) {
        return rows
                .list(
                        "SELECT ek_id, wrapped, ksk_version FROM erasure_key WHERE ek_id = ?",
                        this::unwrapped,
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(KeyGone::new);
    }

    /** Those of these keys that are there, by one question; whoever asked closes them. */
    @RolesAllowed("therapist")
    public Map<EkId, ErasureKey> findAll(Collection<EkId> ids) {
        Map<EkId, ErasureKey> found = new HashMap<>();
        try {
            rows.inOne(connection -> KeystoreRows.list(
                    connection,
                    "SELECT ek_id, wrapped, ksk_version FROM erasure_key WHERE ek_id = ANY (?)",
                    row -> keep(found, unwrapped(row)),
                    connection.createArrayOf(
                            "uuid", ids.stream().map(EkId::value).toArray())));
            return found;
        } catch (KeystoreUnavailable down) {
            found.values().forEach(ErasureKey::close);
            throw down;
        }
    }

    private static EkId keep(Map<EkId, ErasureKey> found, ErasureKey key) {
        found.put(key.id(), key);
        return key.id();
    }

    private ErasureKey unwrapped(ResultSet row) throws SQLException {
        return secrets.keystoreKey(row.getInt("ksk_version"))
                .unwrap(new EkId((UUID) row.getObject("ek_id")), new SealedText(row.getBytes("wrapped")));
    }

    /** Is there still a key of that name? */
    public boolean lives(EkId id) {
        return !rows.list("SELECT ek_id FROM erasure_key WHERE ek_id = ?", row -> row.getObject(1), id.value())
                .isEmpty();
    }

    /** Destroys a key for ever and leaves a tombstone. What was sealed with it is unreadable from here on. */
    @Override
    public void destroy(EkId id) {
        rows.inOne(connection -> {
            KeystoreRows.change(
                    connection,
                    "INSERT INTO tombstone (hash, erased_on) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    KeystoreKey.tombstone(id),
                    LocalDate.now(clock));
            return KeystoreRows.change(connection, "DELETE FROM erasure_key WHERE ek_id = ?", id.value());
        });
    }

    /** Adds keys until the pool holds as many as wanted; returns how many were added. */
    public int fillUpTo(int wanted) {
        return rows.inOne(connection -> {
            int missing = Math.max(0, wanted - free(connection));
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO erasure_key (ek_id, made_at, wrapped, ksk_version) VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < missing; i++) {
                    addOne(insert);
                }
                insert.executeBatch();
            }
            return missing;
        });
    }

    private void addOne(PreparedStatement insert) throws SQLException {
        KeystoreKey newest = secrets.newestKeystoreKey();
        try (ErasureKey key = ErasureKey.draw()) {
            insert.setObject(1, key.id().value());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setBytes(3, newest.wrap(key).bytes());
            insert.setInt(4, newest.version());
            insert.addBatch();
        }
    }

    private static int free(Connection connection) throws SQLException {
        return KeystoreRows.list(
                        connection, "SELECT count(*) FROM erasure_key WHERE claimed_on IS NULL", row -> row.getInt(1))
                .get(0);
    }

    /**
     * Puts keys that lie under an older keystore key under the newest one.
     *
     * @return how many; none when all of them do
     */
    public int rewrap(int most) {
        KeystoreKey newest = secrets.newestKeystoreKey();
        return rows.inOne(connection -> {
            int done = 0;
            for (Wrapped old : KeystoreRows.list(
                    connection,
                    "SELECT ek_id, wrapped, ksk_version FROM erasure_key WHERE ksk_version < ? LIMIT ? FOR UPDATE",
                    ErasureKeyStore::wrapped,
                    newest.version(),
                    most)) {
                try (ErasureKey key = secrets.keystoreKey(old.version()).unwrap(old.id(), old.wrapped())) {
                    done += KeystoreRows.change(
                            connection,
                            "UPDATE erasure_key SET wrapped = ?, ksk_version = ? WHERE ek_id = ?",
                            newest.wrap(key).bytes(),
                            newest.version(),
                            old.id().value());
                }
            }
            return done;
        });
    }

    private record Wrapped(EkId id, SealedText wrapped, int version) {}

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(
                new EkId((UUID) row.getObject("ek_id")),
                new SealedText(row.getBytes("wrapped")),
                row.getInt("ksk_version"));
    }

    /** How the pool stands at this moment. */
    public PoolState state() {
        return rows.list(STATE, ErasureKeyStore::state, oldEnough().atOffset(UTC))
                .get(0);
    }

    private static PoolState state(ResultSet row) throws SQLException {
        return new PoolState(
                row.getInt(1), row.getInt(2), instant(row, 3), instant(row, 4), row.getInt(5), row.getInt(6));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private Instant oldEnough() {
        String hours = System.getenv("SAFESPACES_KEYSTORE_MINIMUM_AGE_HOURS");
        return clock.instant().minus(Duration.ofHours(hours == null ? 48 : Long.parseLong(hours)));
    }
}
