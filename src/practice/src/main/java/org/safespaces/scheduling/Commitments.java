package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands already.
 *
 * @param diary the therapist's live sessions
 * @param own the client's live sessions that are not over, with whomever
 */
record Commitments(List<Session> diary, List<Span> own) {
    /** A live session and the time it keeps free around it. */
    record Session(Span during, Span blocked) {}

    boolean leaveRoomFor(Span during, Span blocked) {
        return diary.stream().noneMatch(session -> session.blocked().meets(blocked))
                && own.stream().noneMatch(session -> session.meets(during));
    }

    long sessionsOn(LocalDate date, Openings openings) {
        return diary.stream()
                .map(session -> openings.dateOf(session.during().from()))
                .filter(date::equals)
                .count();
    }

    long ahead(Instant now) {
        return own.stream().filter(session -> session.until().isAfter(now)).count();
    }
}
