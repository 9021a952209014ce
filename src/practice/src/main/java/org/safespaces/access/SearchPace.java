package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/**
 * How often one person may search: twenty searches in five minutes. Results come while she types, so what is asked without
 * a pause of four seconds is one search, for fifteen seconds and twenty times at most. Kept in memory, with ids and never
 * with words.
 */
@ApplicationScoped
class SearchPace {
    static final int MOST = 20;
    static final int MOST_REFINEMENTS = 20;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Duration ONE_SEARCH = Duration.ofSeconds(15);
    static final Duration PAUSE = Duration.ofSeconds(4);

    @Inject
    private Clock clock;

    private final Map<TherapistId, Recent> people = new ConcurrentHashMap<>();

    SearchPace() {}

    SearchPace(Clock clock) {
        this.clock = clock;
    }

    /** The search that what is asked now still belongs to; empty for a new one. Throws {@link TooManySearches}. */
    Optional<Search> running(TherapistId person) {
        return people.computeIfAbsent(person, nobody -> new Recent()).running(clock.instant());
    }

    /** A new search, under the line it was recorded as. */
    Search begun(TherapistId person, long line) {
        return people.computeIfAbsent(person, nobody -> new Recent()).begun(clock.instant(), line);
    }

    /** One search, with everything that was typed to refine it. */
    static final class Search {
        private final Instant since;
        private final long line;
        private final Set<CaseId> shown = new HashSet<>();
        private Instant last;
        private int times = 1;

        private Search(Instant since, long line) {
            this.since = since;
            this.last = since;
            this.line = line;
        }

        private boolean goesOn(Instant now) {
            return now.isBefore(since.plus(ONE_SEARCH)) && now.isBefore(last.plus(PAUSE)) && times < MOST_REFINEMENTS;
        }

        private Search refined(Instant now) {
            last = now;
            times++;
            return this;
        }

        long line() {
            return line;
        }

        synchronized boolean isNew(CaseId found) {
            return !shown.contains(found);
        }

        synchronized void shown(CaseId found) {
            shown.add(found);
        }
    }

    private static final class Recent {
        private final Deque<Search> searches = new ArrayDeque<>();

        synchronized Optional<Search> running(Instant now) {
            while (!searches.isEmpty()
                    && !now.isBefore(searches.getFirst().since.plus(WINDOW))) {
                searches.removeFirst();
            }
            Search last = searches.peekLast();
            if (last != null && last.goesOn(now)) {
                return Optional.of(last.refined(now));
            }
            if (searches.size() >= MOST) {
                throw new TooManySearches(
                        Duration.between(now, searches.getFirst().since.plus(WINDOW)));
            }
            return Optional.empty();
        }

        synchronized Search begun(Instant now, long line) {
            Search search = new Search(now, line);
            searches.addLast(search);
            return search;
        }
    }
}
