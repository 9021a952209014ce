package org.safespaces.backup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells whoever runs the practice when its data was last backed up, and when somebody last saw that a backup can be restored. */
@Stateless
@RolesAllowed("admin")
public class BackupHistory {
    private static final Duration NIGHTLY_WITH_ONE_MISSED = Duration.ofDays(2);
    private static final Duration TWICE_A_YEAR = Duration.ofDays(183);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    public BackupReport look() {
        Optional<Instant> made = last("MADE");
        Optional<Instant> drilled = last("DRILLED");
        return new BackupReport(made, drilled, isOlder(made, NIGHTLY_WITH_ONE_MISSED), isOlder(drilled, TWICE_A_YEAR));
    }

    private boolean isOlder(Optional<Instant> when, Duration age) {
        return when.map(at -> at.isBefore(clock.instant().minus(age))).orElse(true);
    }

    private Optional<Instant> last(String kind) {
        return Optional.ofNullable(
                (Instant) entities.createNativeQuery("SELECT max(at) FROM backup_event WHERE kind = ?1", Instant.class)
                        .setParameter(1, kind)
                        .getSingleResult());
    }
}
