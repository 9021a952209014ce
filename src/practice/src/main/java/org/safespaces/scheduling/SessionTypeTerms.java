package org.safespaces.scheduling;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What goes for a kind of session, as the practice sets it. Minutes, hours and days are whole; hours are elapsed time.
 *
 * @param beforeMinutes kept free before it, and {@code afterMinutes} after it; a client sees neither
 * @param feePence empty when there is none, or none is told
 * @param feeShown is it told to clients?
 * @param bookedByClients else by therapists only
 * @param noticeHours how long ahead it is booked at the latest
 * @param horizonDays how many days ahead it can be booked
 * @param clientCap how many sessions a client may have before her
 * @param cancellationHours how long before it begins it can be given back free of charge
 */
public record SessionTypeTerms(
        String name,
        int lengthMinutes,
        int beforeMinutes,
        int afterMinutes,
        Mode mode,
        Optional<Integer> feePence,
        boolean feeShown,
        boolean bookedByClients,
        int noticeHours,
        int horizonDays,
        int clientCap,
        int cancellationHours) {
    private static final int LONGEST_NAME = 60;
    private static final int HIGHEST_FEE = 100_000;
    private static final int TWO_WEEKS = 336;

    /** What of it cannot stand so; empty when all can. */
    Set<TermsDoNotFit.Part> wrong() {
        Set<TermsDoNotFit.Part> wrong = EnumSet.noneOf(TermsDoNotFit.Part.class);
        check(wrong, TermsDoNotFit.Part.NAME, name.strip().length(), 1, LONGEST_NAME);
        check(wrong, TermsDoNotFit.Part.LENGTH, lengthMinutes, 10, 240);
        check(wrong, TermsDoNotFit.Part.BEFORE, beforeMinutes, 0, 60);
        check(wrong, TermsDoNotFit.Part.AFTER, afterMinutes, 0, 60);
        check(wrong, TermsDoNotFit.Part.FEE, feePence.orElse(0), 0, HIGHEST_FEE);
        check(wrong, TermsDoNotFit.Part.NOTICE, noticeHours, 0, TWO_WEEKS);
        check(wrong, TermsDoNotFit.Part.HORIZON, horizonDays, 1, 366);
        check(wrong, TermsDoNotFit.Part.CAP, clientCap, 1, 26);
        check(wrong, TermsDoNotFit.Part.CANCELLATION, cancellationHours, 0, TWO_WEEKS);
        if (feeShown && feePence.isEmpty()) {
            wrong.add(TermsDoNotFit.Part.FEE);
        }
        return wrong;
    }

    private static void check(Set<TermsDoNotFit.Part> wrong, TermsDoNotFit.Part part, int value, int least, int most) {
        if (value < least || value > most) {
            wrong.add(part);
        }
    }
}
