package org.safespaces.intake;

import java.util.List;
import java.util.Set;
import org.safespaces.access.Confidential;

/**
 * An enquiry, opened for whoever it was sealed to, with the questions of the form it was answered on.
 *
 * @param flags what stands beside the answers for the reader; empty for forms of before
 */
public record OpenIntake(IntakeSummary summary, FormDefinition form, Answers answers, Set<Flag> flags)
        implements Confidential {
    public OpenIntake {
        flags = Set.copyOf(flags);
    }

    /** The questions of one part that were answered, in the order they were asked. */
    public List<Question> answered(Question.Part part) {
        return form.questions()
                .filter(question -> question.part() == part)
                .filter(question -> !answers.to(question.id()).isEmpty())
                .toList();
    }

    /** The questions that were answered in the person's own words: these are read first. */
    public List<Question> inOwnWords() {
        return answered(Question.Part.CLINICAL).stream()
                .filter(question -> question.kind() == Question.Kind.AREA)
                .toList();
    }

    @Override
    public String toString() {
        return "OpenIntake[redacted]";
    }
}
