package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.ServerSeal;

/**
 * Why a time was given back or is not charged, sealed under the server's key. Every one of them is a word of one list or the other
 * and takes the same space: a row does not show which.
 */
@ApplicationScoped
class SealedReasons {
    private static final Column REASON = new Column("appointment", "reason");

    @Inject
    private ServerSeal serverSeal;

    SealedText seal(Enum<?> why, UUID appointment) {
        try (ClearText word = ClearText.of(why.name())) {
            return serverSeal.seal(word, REASON, appointment);
        }
    }

    /** The word that was sealed; empty when nothing was said, or what was said is forgotten. */
    Optional<String> of(Appointment appointment) {
        return appointment.reason().map(sealedText -> {
            try (ClearText word = serverSeal.open(sealedText, REASON, appointment.id())) {
                return word.text();
            }
        });
    }
}
