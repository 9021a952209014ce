package org.safespaces.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a client finds who comes to choose a time, looked up in one go.
 *
 * @param zone where she reads her times
 * @param kinds the kinds of session she can book herself
 * @param times a week of free times of one of them, from {@code monday} on; empty when there is no kind to book
 */
public record WeekToBook(ZoneId zone, List<SessionKind> kinds, LocalDate monday, Optional<FreeTimes> times) {}
