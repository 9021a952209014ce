package org.safespaces.intake;

import java.util.List;

/**
 * One question of a form. Its words stand in the message bundle under its id; here stands what may be answered.
 *
 * @param limit how many UTF-16 units a text may have; 0 where nothing is typed
 * @param usual the answer that is chosen unless another is; {@code null} for none
 */
public record Question(String id, Kind kind, boolean must, Part part, List<String> values, int limit, String usual) {
    public Question {
        values = List.copyOf(values);
    }

    /** How a question is asked. */
    public enum Kind {
        RADIO,
        CHECK,
        TICK,
        TEXT,
        AREA,
        EMAIL;

        /** Is something typed? */
        public boolean isTyped() {
            return this == TEXT || this == AREA || this == EMAIL;
        }
    }

    /** Which of the two sealed documents an answer goes into: what happened, or who she is and how to reach her. */
    public enum Part {
        CLINICAL,
        IDENTITY
    }
}
