package org.safespaces.intake;

import java.util.List;

/**
 * One page of a form: usually one question, sometimes words alone.
 *
 * @param contents what is said on it besides the questions, by name
 * @param skips the pages that "skip this part" leaves out; empty where the page announces none
 * @param onlyIfAsked shown only to somebody who has come past it before: answers that a change of form keeps
 * @param settings what an answer given here says of another question
 */
public record FormPage(
        String id,
        List<Question> questions,
        List<String> contents,
        Condition showIf,
        List<String> skips,
        boolean onlyIfAsked,
        List<Setting> settings) {
    public FormPage {
        questions = List.copyOf(questions);
        contents = List.copyOf(contents);
        skips = List.copyOf(skips);
        settings = List.copyOf(settings);
    }

    /** When this holds, the other question is answered so. */
    record Setting(Condition when, String question, List<String> to) {}

    /** Is it shown to somebody who has answered this? Always decided here, never in the browser. */
    public boolean isShownTo(Answers answers) {
        return showIf.holds(answers) && (!onlyIfAsked || !questions.isEmpty() && isAsked(answers));
    }

    /** Has she come past it? A page of words alone always counts as read. */
    public boolean isAsked(Answers answers) {
        return questions.stream().allMatch(question -> answers.asked(question.id()));
    }

    /** Is there something on it that cannot be left blank? */
    public boolean mustBeAnswered() {
        return questions.stream().anyMatch(Question::must);
    }

    /** Can something be typed here? */
    public boolean isTyped() {
        return questions.stream().anyMatch(question -> question.kind().isTyped());
    }

    /** A box for one's own words: the limits of confidentiality stand above it. */
    public boolean hasArea() {
        return questions.stream().anyMatch(question -> question.kind() == Question.Kind.AREA);
    }

    FormPage shownIf(Condition condition, boolean onlyAsked) {
        return new FormPage(
                id,
                questions,
                contents,
                new Condition.All(List.of(condition, showIf)),
                skips,
                onlyAsked || onlyIfAsked,
                settings);
    }

    Answers settle(Answers answers) {
        Answers settled = answers;
        for (Setting setting : settings) {
            if (setting.when().holds(answers)) {
                settled = settled.with(setting.question(), setting.to());
            }
        }
        return settled;
    }
}
