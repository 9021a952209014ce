package org.safespaces.web.home;

import java.util.List;
import org.safespaces.access.Confidential;

/** An answer on the last page, before sending. */
public record GivenAnswer(String page, String question, String answer) implements Confidential {
    /** The answers of one section. */
    public record Section(String name, List<GivenAnswer> answers) implements Confidential {
        @Override
        public String toString() {
            return "Section[redacted]";
        }
    }

    @Override
    public String toString() {
        return "GivenAnswer[" + page + "]";
    }
}
