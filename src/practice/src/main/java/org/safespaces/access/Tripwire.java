package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.safespaces.people.TherapistId;

/**
 * Notices when records are opened faster than a person reads: the sixtieth within five minutes, by one person, however
 * many sessions she has. Searching is counted apart. Kept in memory, without saying what was opened.
 */
@ApplicationScoped
class Tripwire {
    static final int MOST = 60;
    static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    private Clock clock;

    private final Map<TherapistId, Deque<Instant>> people = new ConcurrentHashMap<>();

    Tripwire() {}

    Tripwire(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more opening; {@code true} when it is one too many. Then the count begins anew. */
    boolean isTrippedBy(TherapistId person) {
        Deque<Instant> opened = people.computeIfAbsent(person, nobody -> new ArrayDeque<>());
        synchronized (opened) {
            Instant now = clock.instant();
            while (!opened.isEmpty() && !now.isBefore(opened.getFirst().plus(WINDOW))) {
                opened.removeFirst();
            }
            opened.addLast(now);
            if (opened.size() < MOST) {
                return false;
            }
            opened.clear();
            return true;
        }
    }
}
