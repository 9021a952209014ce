package org.safespaces.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.safespaces.vault.EkId;
import org.safespaces.vault.KeystoreKey;

/** What was destroyed, as the file outside of both databases knows it and as the backups do. */
final class Tombstones {
    private static final Pattern TOMBSTONE = Pattern.compile("[0-9a-f]{64}");

    private final Set<String> stones;

    private Tombstones(Set<String> stones) {
        this.stones = stones;
    }

    /** The file as the application writes it; lines that are no tombstones are passed over. */
    static Tombstones read(Path file) throws IOException {
        Set<String> stones = new TreeSet<>();
        Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> TOMBSTONE.matcher(line).matches())
                .forEach(stones::add);
        return new Tombstones(stones);
    }

    /**
     * Destroys every key again that any of the three places knows to be destroyed, and tells both databases of all.
     *
     * @return how many keys had come back
     */
    int replay(Connection practice, Connection keystore) throws SQLException {
        Tables main = new Tables(practice);
        Tables keys = new Tables(keystore);
        String all = "SELECT encode(hash, 'hex') FROM tombstone";
        stones.addAll(main.texts(all));
        stones.addAll(keys.texts(all));
        List<String> risen = risen(keys);
        for (String key : risen) {
            keys.change("DELETE FROM erasure_key WHERE ek_id = '" + UUID.fromString(key) + "'");
        }
        if (!risen(keys).isEmpty()) {
            throw new NotTold("A destroyed key cannot be destroyed again. Nothing was restored.");
        }
        for (String stone : stones) {
            String insert = "INSERT INTO tombstone (hash, erased_on) VALUES (decode('" + stone
                    + "', 'hex'), current_date) ON CONFLICT (hash) DO NOTHING";
            main.change(insert);
            keys.change(insert);
        }
        return risen.size();
    }

    private List<String> risen(Tables keys) throws SQLException {
        return keys.texts("SELECT ek_id::text FROM erasure_key").stream()
                .filter(key -> stones.contains(
                        HexFormat.of().formatHex(KeystoreKey.tombstone(new EkId(UUID.fromString(key))))))
                .toList();
    }

    String text() {
        return String.join("\n", stones) + "\n";
    }
}
