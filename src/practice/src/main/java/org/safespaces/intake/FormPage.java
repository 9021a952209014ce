package org.safespaces.intake;

import java.util.List;
import java.util.Optional;

/**
 * One page of a form: usually one question.
 *
 * @param limits whether the limits of confidentiality stand on it, before anything is typed
 * @param showIf the answer that brings it up; empty for a page that is always shown
 */
public record FormPage(String id, List<Question> questions, boolean limits, Optional<Condition> showIf) {
    public FormPage {
        questions = List.copyOf(questions);
    }

    /** Another question's answer. */
    public record Condition(String question, String has) {}

    /** Is it shown to somebody who has answered this? Always decided here, never in the browser. */
    public boolean isShownTo(Answers answers) {
        return showIf.map(condition -> answers.has(condition.question(), condition.has()))
                .orElse(true);
    }
}
