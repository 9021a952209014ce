package org.safespaces.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong tries: five within fifteen minutes, then a wait that doubles with each further one. Kept in memory, under
 * whatever stands for the one who tries; nothing is written.
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

    /** Throws {@link TooManyTries} while somebody has to wait. */
    void mayTry(Object who) {
        Count count = counts.get(who);
        Instant now = clock.instant();
        if (count != null && now.isBefore(count.waitUntil())) {
            throw new TooManyTries(Duration.between(now, count.waitUntil()));
        }
    }

    void failed(Object who) {
        if (counts.size() > MOST_KEYS) {
            forgetOld();
        }
        counts.compute(who, (key, before) -> Count.after(before, clock.instant()));
    }

    void succeeded(Object who) {
        counts.remove(who);
    }

    private void forgetOld() {
        Instant now = clock.instant();
        counts.values().removeIf(count -> now.isAfter(count.last().plus(WINDOW)) && now.isAfter(count.waitUntil()));
    }

    private record Count(int failures, Instant last, Instant waitUntil) {
        static Count after(Count before, Instant now) {
            boolean fresh =
                    before == null || (now.isAfter(before.last().plus(WINDOW)) && now.isAfter(before.waitUntil()));
            int failures = fresh ? 1 : before.failures() + 1;
            if (failures < FREE) {
                return new Count(failures, now, now);
            }
            Duration wait = WINDOW.multipliedBy(1L << Math.min(5, failures - FREE));
            return new Count(failures, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }
}
