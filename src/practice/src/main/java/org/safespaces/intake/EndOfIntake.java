package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.safespaces.keys.ErasureKeyStore;

/** Once an enquiry has become a case, and that is committed, its old key goes: the old documents open nowhere again. */
@ApplicationScoped
class EndOfIntake {
    @Inject
    private ErasureKeyStore erasureKeys;

    void destroy(@Observes(during = TransactionPhase.AFTER_SUCCESS) IntakeEnded ended) {
        erasureKeys.destroy(ended.erasureKey());
    }
}
