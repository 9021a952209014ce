package org.safespaces.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong tries: five within fifteen minutes, then a wait that doubles with each further one. Kept in memory, under
 * whatever stands for the one who tries; nothing is written. A try counts as wrong from its beginning until it turns out right:
 * fifty begun at once are not fifty free ones.
 */
final class Tries {
    private static final int FREE = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST_KEYS = 50_000;

    private final Map<Object, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    Tries(Clock clock) {
        this.clock = clock;
    }

    /** Before each try. Throws {@link TooManyTries} while somebody has to wait. */
    void begin(Object who) {
        if (counts.size() > MOST_KEYS) {
            forgetOld();
        }
        counts.compute(who, (key, before) -> Count.after(before, clock.instant()));
    }

    /** It was right: those before are forgotten. */
    void succeeded(Object who) {
        counts.remove(who);
    }

    /** It was not made after all: what was counted for it is taken back. */
    void withdrawn(Object who) {
        counts.computeIfPresent(who, (key, count) -> count.withoutTheLast(clock.instant()));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        counts.values().removeIf(count -> count.isOver(now));
    }

    private record Count(int failures, Instant last, Instant waitUntil) {
        static Count after(Count before, Instant now) {
            if (before != null && now.isBefore(before.waitUntil())) {
                throw new TooManyTries(Duration.between(now, before.waitUntil()));
            }
            int failures = before == null || before.isOver(now) ? 1 : before.failures() + 1;
            if (failures < FREE) {
                return new Count(failures, now, now);
            }
            Duration wait = WINDOW.multipliedBy(1L << Math.min(5, failures - FREE));
            return new Count(failures, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }

        /** {@code null} when nothing is left to count. */
        Count withoutTheLast(Instant now) {
            return failures == 1 ? null : new Count(failures - 1, last, now);
        }

        boolean isOver(Instant now) {
            return now.isAfter(last.plus(WINDOW)) && now.isAfter(waitUntil);
        }
    }
}
