package org.safespaces.measures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.safespaces.scheduling.AgreedSession;

/**
 * A form that is open by what was agreed, whether or not it has come back. Days are those where the client is, so a change of the clocks
 * moves none. Source: measures.md 8.
 *
 * @param occurrence tells it from every other form of the same agreement
 * @param closes when it is asked for no more; empty for never
 */
record Due(String occurrence, Instant opens, Optional<Instant> closes) {
    static final Duration BEFORE_A_SESSION = Duration.ofHours(48);

    /**
     * The one that is open now.
     *
     * @param sessions of the client that have not begun, the earliest first
     */
    static Optional<Due> of(Asking asking, List<AgreedSession> sessions, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean begun = !today.isBefore(asking.from());
        boolean over = asking.until().filter(today::isAfter).isPresent();
        if (!begun || over || asking.stoppedOn().isPresent()) {
            return Optional.empty();
        }
        return switch (asking.rhythm()) {
            case OFF -> Optional.empty();
            case ONCE -> Optional.of(new Due("once", start(asking.from(), zone), Optional.empty()));
            case BEFORE_EACH_SESSION -> before(sessions, now);
            case EVERY_FEW_WEEKS -> Optional.of(every(asking, today, zone));
        };
    }

    private static Optional<Due> before(List<AgreedSession> sessions, Instant now) {
        return sessions.stream()
                .filter(session -> session.start().isAfter(now)
                        && !session.start().minus(BEFORE_A_SESSION).isAfter(now))
                .findFirst()
                .map(session -> new Due(
                        session.id().toString(),
                        session.start().minus(BEFORE_A_SESSION),
                        Optional.of(session.start())));
    }

    private static Due every(Asking asking, LocalDate today, ZoneId zone) {
        long turn = ChronoUnit.WEEKS.between(asking.from(), today) / asking.weeks();
        LocalDate opens = asking.from().plusWeeks(turn * asking.weeks());
        LocalDate next = opens.plusWeeks(asking.weeks());
        LocalDate closes = asking.until()
                .map(last -> last.plusDays(1))
                .filter(end -> end.isBefore(next))
                .orElse(next);
        return new Due(String.valueOf(turn), start(opens, zone), Optional.of(start(closes, zone)));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
