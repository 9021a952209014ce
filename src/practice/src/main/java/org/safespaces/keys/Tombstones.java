package org.safespaces.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.vault.EkId;
import org.safespaces.vault.KeystoreKey;

/**
 * What was destroyed, remembered in three places: keystore, main database, and a file that leaves the building. A backup
 * of either database may come back older than the destruction; together they still know of it. A tombstone names no
 * case, and nobody finds the key by it: it is a hash over a name that was drawn.
 */
@Stateless
@PermitAll
public class Tombstones {
    private static final HexFormat HEX = HexFormat.of();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeystoreRows keystore;

    @Inject
    private TombstoneFile file;

    @Inject
    private Clock clock;

    /** How a tombstone is written down: 64 hex digits. */
    public static String of(EkId key) {
        return HEX.formatHex(KeystoreKey.tombstone(key));
    }

    /** How the log names a tombstone: its first half. */
    static UUID reference(String tombstone) {
        ByteBuffer bytes = ByteBuffer.wrap(HEX.parseHex(tombstone));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Every tombstone that any of the three places knows. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(file.read());
        all.addAll(inPractice());
        all.addAll(inKeystore());
        return all;
    }

    /** Writes one into the main database and into the file; the keystore has it already. */
    public void keep(String tombstone) {
        insert(tombstone);
        file.add(Set.of(tombstone));
    }

    /** Writes what any place knows into all three. */
    public void spread() {
        Set<String> all = all();
        file.add(all);
        without(all, inPractice()).forEach(this::insert);
        Set<String> missing = without(all, inKeystore());
        keystore.inOne(connection -> {
            for (String tombstone : missing) {
                KeystoreRows.change(
                        connection,
                        "INSERT INTO tombstone (hash, erased_on) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        HEX.parseHex(tombstone),
                        LocalDate.now(clock));
            }
            return missing.size();
        });
    }

    private static Set<String> without(Set<String> all, Set<String> known) {
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(known);
        return missing;
    }

    private void insert(String tombstone) {
        entities.createNativeQuery(
                        "INSERT INTO tombstone (hash, erased_on) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")
                .setParameter(1, HEX.parseHex(tombstone))
                .setParameter(2, LocalDate.now(clock))
                .executeUpdate();
    }

    private Set<String> inKeystore() {
        return hex(keystore.list("SELECT hash FROM tombstone", row -> row.getBytes(1)));
    }

    @SuppressWarnings("unchecked")
    private Set<String> inPractice() {
        return hex(entities.createNativeQuery("SELECT hash FROM tombstone", byte[].class)
                .getResultList());
    }

    private static Set<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).collect(Collectors.toCollection(TreeSet::new));
    }
}
