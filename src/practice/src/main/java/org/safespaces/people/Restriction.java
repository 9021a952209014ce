package org.safespaces.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a record rests, or rested: it is kept and read, and nothing else.
 *
 * @param setBy who saw to it
 */
public record Restriction(
        CaseId caseId,
        Reason reason,
        TherapistId setBy,
        LocalDate setOn,
        Optional<Lifted> lifted,
        Optional<LocalDate> liftedOn) {
    /** Why. The four of Article 18(1), and no words of a client's. */
    public enum Reason {
        ACCURACY,
        UNLAWFUL,
        NEEDED_FOR_CLAIM,
        OBJECTION
    }

    /** Why it goes on. */
    public enum Lifted {
        SETTLED,
        CLIENT_AGREED,
        CLAIM_OVER
    }

    /** It rests now. */
    public boolean stands() {
        return lifted.isEmpty();
    }
}
