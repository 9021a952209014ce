package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * What is kept about one report.
 *
 * @param where in words, if a kind says too little; never an address
 * @param by who made it
 * @param reference the number it has there; empty for none, and for one that the client keeps to herself
 * @param reported the day it was made
 * @param remark what else is to be known
 * @param nextCheck when to look at it again: the one thing that the server knows of it
 */
public record ReportTerms(
        ReportPlace place,
        String where,
        By by,
        String reference,
        Optional<LocalDate> reported,
        ReportStatus status,
        String remark,
        Optional<LocalDate> nextCheck)
        implements Confidential {
    /** Who made a report. */
    public enum By {
        CLIENT,
        TOGETHER,
        US
    }

    @Override
    public String toString() {
        return "ReportTerms[redacted]";
    }
}
