package org.safespaces.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.safespaces.schema.DatabasesMigrated;

/** Goes on, at start, with the erasures that a crash has left. */
@ApplicationScoped
class LeftErasures {
    /** Once the keystore agrees with what has happened. */
    private static final int AFTER_KEYS = 200;

    @Inject
    private ErasureRound round;

    void begin(@Observes @Priority(AFTER_KEYS) DatabasesMigrated migrated) {
        round.round();
    }
}
