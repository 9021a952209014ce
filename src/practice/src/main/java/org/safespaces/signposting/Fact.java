package org.safespaces.signposting;

import java.time.LocalDate;

/**
 * One thing said about an organisation: a number, an address, opening hours.
 *
 * @param value as shown
 * @param level how it is known
 * @param verifiedOn the day somebody of the practice rang or opened it; null until then
 * @param verifiedBy who did; null until then
 */
public record Fact(String value, Level level, LocalDate verifiedOn, String verifiedBy) {

    /** How a fact is known. What nobody confirmed is not in the directory at all. */
    public enum Level {
        /** Read on the organisation's own page, in a statute or in official guidance. */
        A,
        /** Read on somebody else's page. */
        B
    }

    /** The number as a telephone dials it: of "SHOUT to 85258", 85258. */
    public String digits() {
        return value.replaceAll("\\D", "");
    }
}
