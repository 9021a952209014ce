package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.ServerSeal;

/**
 * The names of online rooms: 128 random bits for each appointment, drawn when its room first opens, and sealed. The columns are
 * changed past the entity: a room is no change of the appointment, and gives it no new version.
 */
@ApplicationScoped
class RoomNames {
    private static final Column VIDEO = new Column("appointment", "video");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 16;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    /** The same for both who meet there, whoever comes first. */
    String of(UUID appointment) {
        byte[] stored = stored(appointment);
        if (stored == null) {
            draw(appointment);
            stored = stored(appointment);
        }
        try (ClearText name = serverSeal.open(new SealedText(stored), VIDEO, appointment)) {
            return name.text();
        }
    }

    private byte[] stored(UUID appointment) {
        return (byte[]) entities.createNativeQuery("SELECT video FROM appointment WHERE id = ?1", byte[].class)
                .setParameter(1, appointment)
                .getSingleResult();
    }

    private void draw(UUID appointment) {
        byte[] drawn = new byte[NAME_BYTES];
        RANDOM.nextBytes(drawn);
        try (ClearText name = ClearText.of(HexFormat.of().formatHex(drawn))) {
            entities.createNativeQuery("UPDATE appointment SET video = ?2 WHERE id = ?1 AND video IS NULL")
                    .setParameter(1, appointment)
                    .setParameter(2, serverSeal.seal(name, VIDEO, appointment).bytes())
                    .executeUpdate();
        }
    }

    void forget(UUID appointment) {
        entities.createNativeQuery("UPDATE appointment SET video = NULL WHERE id = ?1")
                .setParameter(1, appointment)
                .executeUpdate();
    }
}
