package org.safespaces.keeper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Tells the practice, whose System page shows it, when a backup was made and when one was tried. */
final class BackupEvents {
    static final String MADE = "MADE";
    static final String DRILLED = "DRILLED";

    private BackupEvents() {}

    static void add(Cluster cluster, String kind, Instant at) throws SQLException {
        try (Connection practice = cluster.practice();
                PreparedStatement insert =
                        practice.prepareStatement("INSERT INTO backup_event (id, kind, at) VALUES (?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, kind);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
            practice.commit();
        }
    }
}
