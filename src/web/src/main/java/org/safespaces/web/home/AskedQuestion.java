package org.safespaces.web.home;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * A question as the page shows it: words, choices, what was answered, and what is the matter with it.
 *
 * @param room how much may be typed, in words
 * @param open the ways not to say, which stand apart below the choices
 */
public record AskedQuestion(
        String id,
        String kind,
        String label,
        String why,
        List<Choice> choices,
        List<Choice> open,
        String text,
        int limit,
        String room,
        String error)
        implements Confidential {

    /** One answer that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {
        @Override
        public String toString() {
            return "Choice[redacted]";
        }
    }

    public boolean wrong() {
        return error != null;
    }

    /** Is it answered by choosing? */
    public boolean chosen() {
        return !choices.isEmpty();
    }

    /** How each choice is drawn. */
    public String input() {
        return kind.equals("RADIO") ? "radio" : "checkbox";
    }

    @Override
    public String toString() {
        return "AskedQuestion[" + id + "]";
    }
}
