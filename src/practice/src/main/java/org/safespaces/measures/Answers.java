package org.safespaces.measures;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.safespaces.access.Confidential;

/**
 * What was answered, item by item. A blank stays a blank and is never nought; a value the form does not have is refused, never made to
 * fit. Totals that somebody posts are not looked at. Source: measures.md M2, M3, M6.
 *
 * @param items in order; empty for a blank
 * @param extra the answer that is not counted
 */
public record Answers(List<Optional<Integer>> items, Optional<Integer> extra) implements Confidential {
    /** Said of an item that can be answered so. */
    static final int DOES_NOT_APPLY = -1;

    public Answers {
        items = Collections.unmodifiableList(items);
    }

    /** A form with nothing in it. */
    public static Answers blank(Definition definition) {
        return new Answers(Collections.nCopies(definition.items(), Optional.empty()), Optional.empty());
    }

    /**
     * What a form has posted.
     *
     * @param posted by the name of the field: {@code i1} and so on, {@code extra}
     * @throws AnswerRefused for a value that the measure does not have
     */
    public static Answers read(Definition definition, Function<String, Optional<String>> posted) {
        List<Optional<Integer>> items = IntStream.rangeClosed(1, definition.items())
                .mapToObj(item -> posted.apply("i" + item).map(typed -> value(definition, item, typed)))
                .toList();
        return new Answers(items, posted.apply("extra").map(typed -> extra(definition, typed)));
    }

    private static int value(Definition definition, int item, String typed) {
        int value = number(typed);
        boolean known = definition.scale().has(value)
                || value == DOES_NOT_APPLY && definition.doesNotApply().contains(item);
        if (!known) {
            throw new AnswerRefused();
        }
        return value;
    }

    private static int extra(Definition definition, String typed) {
        int value = number(typed);
        boolean known = definition
                .words()
                .flatMap(MeasureText::extra)
                .filter(one -> 0 <= value && value < one.answers().size())
                .isPresent();
        if (!known) {
            throw new AnswerRefused();
        }
        return value;
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException notANumber) {
            throw new AnswerRefused();
        }
    }

    /** The answer to an item, counted from one; empty for a blank. */
    public Optional<Integer> item(int number) {
        return items.get(number - 1);
    }

    /** How many items were answered. */
    public int answered() {
        return (int) items.stream().filter(Optional::isPresent).count();
    }

    @Override
    public String toString() {
        return "Answers[redacted]";
    }
}
