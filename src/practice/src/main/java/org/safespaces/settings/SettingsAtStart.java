package org.safespaces.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.safespaces.schema.DatabasesMigrated;

/** Reads, before anybody is served, what the practice has decided. */
@ApplicationScoped
class SettingsAtStart {
    /** Before rounds that go by it. */
    private static final int FIRST = 50;

    @Inject
    private SettingsRound round;

    void begin(@Observes @Priority(FIRST) DatabasesMigrated migrated) {
        round.round();
    }
}
