package org.safespaces.scheduling;

import java.time.Instant;
import java.util.Optional;

/**
 * The appointments of a case in a line, in whoever's diary they stand.
 *
 * @param last when the last one began that was kept, or is over and not said to be missed
 * @param next when the next one begins that is asked for or agreed; while one goes on, that one
 */
public record CaseTimes(Optional<Instant> last, Optional<Instant> next) {
    static final CaseTimes NONE = new CaseTimes(Optional.empty(), Optional.empty());
}
