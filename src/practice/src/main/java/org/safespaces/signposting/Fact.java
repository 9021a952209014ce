package org.safespaces.signposting;

import java.time.LocalDate;

/**
 * One thing said about an organisation: a number, an address, opening hours.
 *
 * @param value as shown
 * @param level how it is known
 * @param verifiedOn the day somebody of the practice rang or opened it; null until then
 * @param verifiedBy who did, by a name in the file, or as the log names her; null until then
 */
public record Fact(String value, Level level, LocalDate verifiedOn, String verifiedBy) {

    /** How a fact is known. What nobody confirmed is not in the directory at all. */
    public enum Level {
        /** Read on the organisation's own page, in a statute or in official guidance. */
        A,
        /** Read on somebody else's page. */
        B
    }

    /** The same fact after a check, if it was this that was checked, and later than it was known before. */
    Fact after(SignpostCheck check) {
        boolean later = verifiedOn == null || verifiedBy == null || !check.on().isBefore(verifiedOn);
        return later && value.equals(check.value())
                ? new Fact(value, level, check.on(), String.valueOf(check.by()))
                : this;
    }

    /** The number as a telephone dials it: of "SHOUT to 85258", 85258. */
    public String digits() {
        return value.replaceAll("\\D", "");
    }
}
