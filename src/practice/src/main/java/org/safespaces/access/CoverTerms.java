package org.safespaces.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when until when somebody covers, the last second included.
 */
record CoverTerms(Instant begins, Instant ends) {
    /** Whole days where the giver is. */
    static CoverTerms of(LocalDate first, LocalDate last, ZoneId zone) {
        return new CoverTerms(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
    }
}
