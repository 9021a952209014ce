package org.safespaces.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safespaces.access.Confidential;

/**
 * An enquiry, opened for whoever it was sealed to, with the questions of the form it was answered on.
 *
 * @param summary {@code null} where it was opened as part of a case file
 * @param flags what stands beside the answers for the reader; empty for forms of before
 * @param called what these answers call for, by the rules of today
 */
public record OpenIntake(IntakeSummary summary, FormDefinition form, Answers answers, Set<Flag> flags, Route called)
        implements Confidential {
    public OpenIntake {
        flags = Set.copyOf(flags);
    }

    /** One section of its form, with what was asked there: answered, and left blank. */
    public record Section(String id, List<Question> answered, List<Question> blank) {}

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

    /** What was asked of one part, section by section as the form has them, without her own words. What was not asked is not in it. */
    public List<Section> sections(Question.Part part) {
        Set<String> placed = new HashSet<>();
        return form.sections().stream()
                .map(section -> section(section, part, placed))
                .filter(section ->
                        !section.answered().isEmpty() || !section.blank().isEmpty())
                .toList();
    }

    private Section section(FormSection section, Question.Part part, Set<String> placed) {
        List<Question> asked = section.pages().stream()
                .filter(this::belongsHere)
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.part() == part && answers.asked(question.id()))
                .filter(question -> placed.add(question.id()))
                .toList();
        return new Section(
                section.id(),
                asked.stream()
                        .filter(question -> !answers.blank(question.id()))
                        .filter(question -> part != Question.Part.CLINICAL || question.kind() != Question.Kind.AREA)
                        .toList(),
                asked.stream().filter(question -> answers.blank(question.id())).toList());
    }

    /** A page that has its place in two sections belongs where it was shown; one that is shown nowhere now, to its first. */
    private boolean belongsHere(FormPage page) {
        return page.isShownTo(answers)
                || form.pages().stream().noneMatch(other -> other.id().equals(page.id()) && other.isShownTo(answers));
    }

    @Override
    public String toString() {
        return "OpenIntake[redacted]";
    }
}
