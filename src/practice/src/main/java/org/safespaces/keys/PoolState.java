package org.safespaces.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * How the keystore stands; counts and hours only.
 *
 * @param free keys that nobody has claimed
 * @param aged those of them that are old enough to stand in a backup
 * @param oldest when the oldest free key was made
 * @param youngest when the youngest free key was made
 * @param claimed keys in use, or claimed for something that never came about
 * @param tombstones keys destroyed so far
 */
public record PoolState(
        int free, int aged, Optional<Instant> oldest, Optional<Instant> youngest, int claimed, int tombstones) {
    /** Below this many keys that are old enough, somebody is told. */
    public static final int LOW = 2_000;

    public boolean isLow() {
        return aged < LOW;
    }
}
