package org.safespaces.keeper;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says how far something has come and how long it will take, once a second at most. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Clock clock;
    private final String what;
    private final long total;
    private final Instant begun;
    private Instant said;

    /** @param total how much there is, in whatever is counted; what it is measured in does not matter */
    Progress(PrintStream out, Clock clock, String what, long total) {
        this.out = out;
        this.clock = clock;
        this.what = what;
        this.total = Math.max(total, 1);
        this.begun = clock.instant();
        this.said = begun;
    }

    /** So much is done. */
    void at(long done) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(PAUSE) >= 0 && done > 0) {
            said = now;
            long share = Math.min(done * 100 / total, 99);
            long left = Duration.between(begun, now).toMillis() * Math.max(total - done, 0) / done / 1000 + 1;
            out.printf(Locale.UK, "  %s: %d %%, about %s left%n", what, share, spoken(left));
        }
    }

    private static String spoken(long seconds) {
        return seconds < 100 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
