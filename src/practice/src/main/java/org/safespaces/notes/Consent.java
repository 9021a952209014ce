package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * One thing a client was asked to agree to, as it stands: one purpose, one recipient, one decision. It begins as no, and can be taken back.
 *
 * @param upon the version it stands in; each decision is one
 * @param terms the words she decides on
 * @param on the day of the last step
 * @param by whether she took it herself, or her therapist wrote down what she said
 */
public record Consent(UUID id, int upon, ConsentTerms terms, State state, LocalDate on, By by) implements Confidential {
    /** Where it stands. */
    public enum State {
        /** Asked, and not answered: that is a no. */
        ASKED,
        GIVEN,
        REFUSED,
        /** Given before, and taken back. */
        WITHDRAWN
    }

    /** Who took a step. */
    public enum By {
        CLIENT,
        THERAPIST
    }

    /** May something be passed on by it, on that day? */
    public boolean counts(LocalDate today) {
        return state == State.GIVEN
                && terms.until().filter(last -> last.isBefore(today)).isEmpty();
    }

    /** May this be the next step? Whatever was asked can be answered anew; only what was given can be taken back. */
    public boolean leadsTo(State next) {
        return switch (next) {
            case ASKED -> false;
            case WITHDRAWN -> state == State.GIVEN;
            case GIVEN -> state != State.GIVEN;
            case REFUSED -> state == State.ASKED;
        };
    }

    Optional<Consent> after(State next, LocalDate day, By who) {
        return leadsTo(next) ? Optional.of(new Consent(id, upon + 1, terms, next, day, who)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Consent[redacted]";
    }
}
