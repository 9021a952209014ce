package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * Something in a record that its client says is not right, and what came of it. Both stand: her words and the answer.
 *
 * @param upon the version that this is
 * @param asked in her words
 * @param byClient she has written it herself; else her therapist as she said it
 * @param answer what was amended, or why not; empty while it waits
 */
public record Correction(
        UUID id,
        int upon,
        String asked,
        LocalDate on,
        boolean byClient,
        State state,
        String answer,
        Optional<LocalDate> answeredOn)
        implements Confidential {
    /** The most characters of an answer. */
    public static final int LONGEST = 4_000;

    /** How it stands. */
    public enum State {
        ASKED,
        AMENDED,
        REFUSED
    }

    static Correction begun(UUID id, String asked, LocalDate on, boolean byClient) {
        return new Correction(id, 1, asked, on, byClient, State.ASKED, "", Optional.empty());
    }

    Correction answered(State how, String said, LocalDate today) {
        return new Correction(id, upon + 1, asked, on, byClient, how, said, Optional.of(today));
    }

    public boolean waits() {
        return state == State.ASKED;
    }

    @Override
    public String toString() {
        return "Correction[redacted]";
    }
}
