package org.safespaces.keys;

import jakarta.annotation.Resource;
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
import javax.sql.DataSource;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ErasureKeys;
import org.safespaces.vault.SealedText;

/**
 * The second database. Each call is a short transaction of its own, committed on return, whatever becomes of the business
 * transaction around it: an orphaned claim is harmless. Keys are never cached.
 *
 * <p>When no key is old enough (a flood of enquiries) a younger one is taken: the risk is to durability for two days,
 * never to secrecy. When there is none at all, {@link KeystoreUnavailable}.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureKeyStore implements ErasureKeys {
    private static final String CLAIM =
            """
            UPDATE erasure_key SET claimed_on = ? WHERE ek_id = (
              SELECT ek_id FROM erasure_key WHERE claimed_on IS NULL
              ORDER BY (made_at > ?), made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING ek_id, wrapped""";

    @Resource(lookup = "java:jboss/datasources/Keystore")
    private DataSource keystore;

    @Inject
    private ServerSecrets secrets;

    @Inject
    private Clock clock;

    @Override
    public ErasureKey claim() {
        Instant oldEnough = clock.instant().minus(minimumAge());
        return one(CLAIM, statement -> {
                    statement.setObject(1, LocalDate.now(clock));
                    statement.setTimestamp(2, Timestamp.from(oldEnough));
                })
                .orElseThrow(KeystoreUnavailable::new);
    }

    @Override
    public ErasureKey find(EkId id) {
        return one(
                        "SELECT ek_id, wrapped FROM erasure_key WHERE ek_id = ?",
                        statement -> statement.setObject(1, id.value()))
                .orElseThrow(KeyGone::new);
    }

    /** Those of these keys that are there, by one question; whoever asked closes them. */
    @RolesAllowed("therapist")
    public Map<EkId, ErasureKey> findAll(Collection<EkId> ids) {
        Map<EkId, ErasureKey> found = new HashMap<>();
        try (Connection connection = keystore.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT ek_id, wrapped FROM erasure_key WHERE ek_id = ANY (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(EkId::value).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    EkId id = new EkId((UUID) row.getObject(1));
                    found.put(id, secrets.keystoreKey().unwrap(id, new SealedText(row.getBytes(2))));
                }
            }
            return found;
        } catch (SQLException failure) {
            found.values().forEach(ErasureKey::close);
            throw new KeystoreUnavailable();
        }
    }

    /** Destroys a key for ever and leaves a tombstone. What was sealed with it is unreadable from here on. */
    @Override
    public void destroy(EkId id) {
        try (Connection connection = keystore.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement stone = connection.prepareStatement(
                            "INSERT INTO tombstone (hash, erased_on) VALUES (?, ?) ON CONFLICT DO NOTHING");
                    PreparedStatement end = connection.prepareStatement("DELETE FROM erasure_key WHERE ek_id = ?")) {
                stone.setBytes(1, org.safespaces.vault.KeystoreKey.tombstone(id));
                stone.setObject(2, LocalDate.now(clock));
                stone.executeUpdate();
                end.setObject(1, id.value());
                end.executeUpdate();
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new KeystoreUnavailable();
        }
    }

    /** Adds keys until the pool holds as many as wanted; returns how many were added. */
    public int fillUpTo(int wanted) {
        try (Connection connection = keystore.getConnection()) {
            connection.setAutoCommit(false);
            int missing = wanted - free(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO erasure_key (ek_id, made_at, wrapped, ksk_version) VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < missing; i++) {
                    addOne(insert);
                }
                insert.executeBatch();
            }
            connection.commit();
            return Math.max(0, missing);
        } catch (SQLException failure) {
            throw new KeystoreUnavailable();
        }
    }

    private void addOne(PreparedStatement insert) throws SQLException {
        try (ErasureKey key = ErasureKey.draw()) {
            insert.setObject(1, key.id().value());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setBytes(3, secrets.keystoreKey().wrap(key).bytes());
            insert.setInt(4, secrets.keystoreKey().version());
            insert.addBatch();
        }
    }

    private static int free(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM erasure_key WHERE claimed_on IS NULL");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private Optional<ErasureKey> one(String sql, Binder binder) {
        try (Connection connection = keystore.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                EkId id = new EkId((UUID) row.getObject(1));
                return Optional.of(secrets.keystoreKey().unwrap(id, new SealedText(row.getBytes(2))));
            }
        } catch (SQLException failure) {
            throw new KeystoreUnavailable();
        }
    }

    private static Duration minimumAge() {
        String hours = System.getenv("SAFESPACES_KEYSTORE_MINIMUM_AGE_HOURS");
        return Duration.ofHours(hours == null ? 48 : Long.parseLong(hours));
    }

    /** Puts the values into a statement. */
    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
