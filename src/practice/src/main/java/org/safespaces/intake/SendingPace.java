package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.safespaces.settings.PracticeSettings;

/**
 * How many enquiries are taken within an hour: a few from one visitor, and twenty times as many from all together, so that a
 * machine cannot bury those of people. Kept in memory and for an hour, under whatever stands for a visitor; nothing is written.
 *
 * <p>Limit: people behind one address count as one. Whoever meets the bound keeps her words and is told when to try again.
 */
@ApplicationScoped
public class SendingPace {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int VISITORS = 20;

    private final Map<String, Deque<Instant>> sent = new HashMap<>();
    private PracticeSettings settings;
    private Clock clock;

    protected SendingPace() {}

    @Inject
    public SendingPace(PracticeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Before each sending, which counts from here on. Throws {@link TooManySent}, and counts nothing then. */
    public synchronized void begin(String who) {
        forgetOld();
        int most = settings.enquiriesAnHour();
        long all = sent.values().stream().mapToInt(Deque::size).sum();
        int own = sent.containsKey(who) ? sent.get(who).size() : 0;
        if (own >= most || all >= (long) most * VISITORS) {
            throw new TooManySent();
        }
        sent.computeIfAbsent(who, nobody -> new ArrayDeque<>()).addLast(clock.instant());
    }

    /** It was not sent after all. */
    public synchronized void withdraw(String who) {
        Deque<Instant> own = sent.get(who);
        if (own != null) {
            own.pollLast();
        }
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(WINDOW);
        sent.values().forEach(own -> own.removeIf(when -> !when.isAfter(oldest)));
        sent.values().removeIf(Deque::isEmpty);
    }
}
