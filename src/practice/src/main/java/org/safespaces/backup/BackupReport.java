package org.safespaces.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * What whoever runs the practice may know of its backups.
 *
 * @param made when the newest was made; empty when there is none
 * @param drilled when a restored one was last looked at and was good; empty when none ever was
 * @param late is it more than two days since the newest was made?
 * @param unproven is it more than half a year since one was restored?
 */
public record BackupReport(Optional<Instant> made, Optional<Instant> drilled, boolean late, boolean unproven) {}
