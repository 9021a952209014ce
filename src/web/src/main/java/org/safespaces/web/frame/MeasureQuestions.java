package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.safespaces.access.Confidential;
import org.safespaces.measures.Answers;
import org.safespaces.measures.Definition;
import org.safespaces.measures.MeasureText;

/** The items of a measure as plain fields, in the words of its owner. What was chosen stays chosen when a form comes back. */
@RequestScoped
public class MeasureQuestions {
    @Inject
    private Exchange exchange;

    /** An item, or the question that is not counted. */
    public record Item(String field, int number, String text, List<Choice> choices, boolean blank)
            implements Confidential {
        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    /** An answer that can be chosen. */
    public record Choice(String value, String label, boolean chosen) implements Confidential {
        @Override
        public String toString() {
            return "Choice[redacted]";
        }
    }

    /** All of a form, in its order. */
    public List<Item> of(Definition definition) {
        MeasureText words = definition.words().orElseThrow();
        List<Item> items = new ArrayList<>();
        for (int number = 1; number <= definition.items(); number++) {
            items.add(item("i" + number, number, words.items().get(number - 1), words.answers(), least(definition)));
        }
        words.extra().ifPresent(extra -> items.add(item("extra", 0, extra.question(), extra.answers(), 0)));
        return items;
    }

    private static int least(Definition definition) {
        return definition.scale().least();
    }

    private Item item(String field, int number, String text, List<String> answers, int least) {
        Optional<String> typed = exchange.isPost() ? exchange.parameter(field) : Optional.empty();
        List<Choice> choices = IntStream.range(0, answers.size())
                .mapToObj(nth -> {
                    String value = String.valueOf(nth + least);
                    return new Choice(
                            value, answers.get(nth), typed.filter(value::equals).isPresent());
                })
                .toList();
        return new Item(field, number, text, choices, typed.isEmpty());
    }

    /** What was chosen. Throws {@link org.safespaces.measures.AnswerRefused}. */
    public Answers read(Definition definition) {
        return Answers.read(definition, exchange::parameter);
    }
}
