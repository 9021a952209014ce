package org.safespaces.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One question of a form. Its words stand in the message bundle under its id; here stands what may be answered.
 *
 * @param limit how many UTF-16 units a text may have; 0 where nothing is typed
 * @param usual the answer that is chosen unless another is; {@code null} for none
 */
public record Question(
        String id,
        Kind kind,
        boolean must,
        Part part,
        List<Choice> choices,
        int limit,
        String usual,
        List<Wording> wordings,
        List<Prefill> prefills) {
    public Question {
        choices = List.copyOf(choices);
        wordings = List.copyOf(wordings);
        prefills = List.copyOf(prefills);
    }

    /** How a question is asked. */
    public enum Kind {
        RADIO,
        CHECK,
        TICK,
        TEXT,
        AREA,
        EMAIL,
        PHONE;

        /** Is something typed? */
        public boolean isTyped() {
            return this == TEXT || this == AREA || this == EMAIL || this == PHONE;
        }
    }

    /** Which of the two sealed documents an answer goes into: what happened, or who she is and how to reach her. */
    public enum Part {
        CLINICAL,
        IDENTITY,
        /** In neither: it only steers the form. */
        NOWHERE
    }

    /** One answer that can be chosen, as long as its condition holds. */
    record Choice(String value, Condition showIf) {}

    /** Other words for the same question, under {@code <id>.label.<as>}, for somebody whose answers call for them. */
    record Wording(String as, Condition when) {}

    /** What is chosen at first because it was said before, value by value: nothing is told twice. */
    record Prefill(String from, Map<String, String> values) {
        Prefill {
            values = Map.copyOf(values);
        }
    }

    /** Every answer there is. */
    public List<String> values() {
        return choices.stream().map(Choice::value).toList();
    }

    /** The answers somebody can choose who has answered this. */
    public List<String> valuesFor(Answers answers) {
        return choices.stream()
                .filter(choice -> choice.showIf().holds(answers))
                .map(Choice::value)
                .toList();
    }

    /** The names of its other wordings. */
    public List<String> wordingNames() {
        return wordings.stream().map(Wording::as).toList();
    }

    /** Which of its wordings fits; empty for the usual one. */
    public String wording(Answers answers) {
        return wordings.stream()
                .filter(wording -> wording.when().holds(answers))
                .findFirst()
                .map(Wording::as)
                .orElse("");
    }

    /** What is chosen when it is shown: what was answered, or else what was said before, or else the usual. */
    public List<String> chosen(Answers answers) {
        if (answers.asked(id)) {
            return answers.to(id);
        }
        List<String> before = new ArrayList<>();
        for (Prefill prefill : prefills) {
            answers.to(prefill.from()).stream()
                    .map(prefill.values()::get)
                    .filter(value -> value != null && !before.contains(value))
                    .forEach(before::add);
        }
        return before.isEmpty() && usual != null ? List.of(usual) : before;
    }
}
