package org.safespaces.acceptance.support;

import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** A second client of a therapist who waits for a time, after the one who waits already; gone when it is closed. */
public final class AlsoWaiting implements AutoCloseable {
    private final Keyring keyring;
    private final UUID id = UUID.randomUUID();

    private AlsoWaiting(World world) {
        keyring = Keyring.of(world);
        ServerSeal seal = SoonAppointment.seal(world);
        UUID linens = SoonAppointment.ofLinen(keyring, seal);
        UUID another = UUID.fromString(keyring.one(
                "SELECT c.case_id FROM caseload c JOIN caseload l ON l.therapist_id = c.therapist_id WHERE l.case_id = ?"
                        + " AND c.case_id <> l.case_id ORDER BY c.case_id",
                linens));
        keyring.change(
                "INSERT INTO waiting_entry (id, therapist_id, type_id, client_ref, client_tag, times, place, since,"
                        + " expires_on) SELECT ?, therapist_id, type_id, ?, ?, times, place + 1, since, expires_on"
                        + " FROM waiting_entry WHERE client_tag = ?",
                id,
                seal.sealId(another, new Column("waiting_entry", "client_ref"), id)
                        .bytes(),
                tag(seal, another),
                tag(seal, linens));
    }

    /** Somebody else of her therapist's. */
    public static AlsoWaiting withLinen(World world) {
        return new AlsoWaiting(world);
    }

    private static byte[] tag(ServerSeal seal, UUID caseId) {
        return seal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(caseId));
    }

    @Override
    public void close() {
        keyring.change("DELETE FROM waiting_entry WHERE id = ?", id);
        keyring.close();
    }
}
