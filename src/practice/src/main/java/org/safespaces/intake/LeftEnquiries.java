package org.safespaces.intake;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.safespaces.schema.DatabasesMigrated;

/** Ends, at start, what a night has left over; once codes have gone that are over, because rows wait for them. */
@ApplicationScoped
class LeftEnquiries {
    private static final int AFTER_KEYS = 200;

    @Inject
    private EndOfEnquiries round;

    void begin(@Observes @Priority(AFTER_KEYS) DatabasesMigrated migrated) {
        round.round();
    }
}
