package org.safespaces.access;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.people.ClientSummary;

/**
 * How long the record of somebody whose therapy has ended is kept. Nothing of the record is in it.
 *
 * @param dueOn from which day on it need not be kept any more
 * @param snoozed why and until when it is kept longer, where somebody has decided so
 * @param held a hold keeps it
 * @param erasure that it is to be erased was asked for
 */
public record RetentionDue(
        ClientSummary client,
        LocalDate endedOn,
        LocalDate dueOn,
        Optional<RetentionSnooze> snoozed,
        boolean held,
        boolean erasure) {
    /** Somebody has to look at it now. */
    public boolean asks(LocalDate today) {
        return !held
                && !erasure
                && !today.isBefore(dueOn)
                && snoozed.filter(each -> today.isBefore(each.until())).isEmpty();
    }
}
