package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often calendars may be asked for: 120 times an hour from one visitor, which five devices behind one address do not reach, and
 * fifty times as often from all together. Kept in memory for an hour, under whatever stands for a visitor; nothing is written.
 */
@ApplicationScoped
class FeedPace {
    static final int MOST = 120;
    private static final int VISITORS = 50;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Map<String, Integer> asked = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private int all;
    private Clock clock;

    protected FeedPace() {}

    @Inject
    FeedPace(Clock clock) {
        this.clock = clock;
    }

    /** Before anything is looked up. Throws {@link AskedTooOften}. */
    synchronized void ask(String who) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(WINDOW))) {
            asked.clear();
            all = 0;
            since = now;
        }
        if (all >= MOST * VISITORS || asked.merge(who, 1, Integer::sum) > MOST) {
            throw new AskedTooOften();
        }
        all++;
    }
}
