package org.safespaces.web.home;

import org.safespaces.access.Confidential;

/** An answer on the last page, before sending. */
public record GivenAnswer(String page, String question, String answer) implements Confidential {
    @Override
    public String toString() {
        return "GivenAnswer[" + page + "]";
    }
}
