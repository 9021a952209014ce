package org.safespaces.intake;

import java.util.List;
import org.safespaces.access.Confidential;

/** An enquiry, opened for whoever it was sealed to, with the questions of the form it was answered on. */
public record OpenIntake(IntakeSummary summary, FormDefinition form, Answers answers) implements Confidential {
    /** The questions of one part that were answered, in the order they were asked. */
    public List<Question> answered(Question.Part part) {
        return form.questions()
                .filter(question -> question.part() == part)
                .filter(question -> !answers.to(question.id()).isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "OpenIntake[redacted]";
    }
}
