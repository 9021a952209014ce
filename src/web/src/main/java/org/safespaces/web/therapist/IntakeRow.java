package org.safespaces.web.therapist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.IntakeSummary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/**
 * An enquiry in a list.
 *
 * @param waits since when it waits, and for how long, in words
 * @param again by when the practice writes again, in words; empty unless it is on the waiting list
 * @param late is that day past?
 * @param ends in how many days what it says is destroyed, in words; empty until that is near
 */
public record IntakeRow(
        UUID id,
        String designation,
        String initials,
        String waits,
        String keptUntil,
        String status,
        String again,
        boolean late,
        String ends) {
    /** How long before its end an enquiry says so. */
    private static final int NEAR_DAYS = 30;

    static IntakeRow of(IntakeSummary summary, LocalDate today, Exchange exchange) {
        LocalDate again = summary.writeAgainOn().orElse(null);
        return new IntakeRow(
                summary.id(),
                summary.designation(),
                Initials.of(summary.designation()),
                ago("waits", summary.receivedOn(), today, exchange),
                Days.dated(summary.keepUntil()),
                summary.status().name(),
                again == null ? "" : promised(again, today, exchange),
                again != null && again.isBefore(today),
                ends(summary, today, exchange));
    }

    private static String promised(LocalDate again, LocalDate today, Exchange exchange) {
        if (again.isBefore(today)) {
            return ago("again.late", again, today, exchange);
        }
        return again.equals(today) ? exchange.text("desk", "again.today") : Days.day(again);
    }

    /** "Since Friday 20 November, 2 days". */
    private static String ago(String key, LocalDate day, LocalDate today, Exchange exchange) {
        int days = (int) ChronoUnit.DAYS.between(day, today);
        String form = days <= 0 ? ".none" : days == 1 ? ".one" : ".many";
        return String.format(Locale.UK, exchange.text("desk", key + form), Days.day(day), days);
    }

    private static String ends(IntakeSummary summary, LocalDate today, Exchange exchange) {
        int left = (int) ChronoUnit.DAYS.between(today, summary.keepUntil());
        return left > NEAR_DAYS ? "" : exchange.counted("desk", "ends", Math.max(0, left));
    }

    boolean isOf(IntakeStatus... any) {
        for (IntakeStatus one : any) {
            if (one.name().equals(status)) {
                return true;
            }
        }
        return false;
    }
}
