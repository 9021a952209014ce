package org.safespaces.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A bound on wrong tries over all visitors together, beside the one for each ({@link Tries}): 200 at once, then one every eighteen
 * seconds, which is 200 an hour.
 *
 * <p>Why a bound at all: visitors are told apart by their network address, and whoever has many addresses has many tries; and whoever
 * holds one code of her own clears her count with it. Why 200: a practice sees a few mistyped codes an hour, so nobody honest meets it.
 * In the thirty days that an unused code lives it lets 144,000 guesses through: against the 10^16 codes of sixteen digits, and 100,000 of
 * them in use, that is about one chance in a million. Limit: whoever keeps sending wrong codes from many addresses keeps everybody
 * waiting who comes with a code. That is a nuisance, and opens nothing; staff do not meet this brake.
 */
final class Brake {
    private static final int AT_ONCE = 200;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EACH = HOUR.dividedBy(AT_ONCE);

    private final Clock clock;
    private Instant forgotten = Instant.MIN;

    Brake(Clock clock) {
        this.clock = clock;
    }

    /** Before each try, which counts as wrong until {@link #release}. Throws {@link TooManyTries} while everybody has to wait. */
    synchronized void begin() {
        Instant now = clock.instant();
        Instant next = (forgotten.isAfter(now) ? forgotten : now).plus(EACH);
        Instant most = now.plus(HOUR);
        if (next.isAfter(most)) {
            throw new TooManyTries(Duration.between(most, next));
        }
        forgotten = next;
    }

    /** The try was right, or was not made. */
    synchronized void release() {
        forgotten = forgotten.minus(EACH);
    }
}
