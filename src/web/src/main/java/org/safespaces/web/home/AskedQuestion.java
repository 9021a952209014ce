package org.safespaces.web.home;

import java.util.List;
import org.safespaces.access.Confidential;

/** A question as the page shows it: words, choices, what was answered, and what is the matter with it. */
public record AskedQuestion(
        String id, String kind, String label, String why, List<Choice> choices, String text, int limit, String error)
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

    @Override
    public String toString() {
        return "AskedQuestion[" + id + "]";
    }
}
