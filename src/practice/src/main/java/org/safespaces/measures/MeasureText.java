package org.safespaces.measures;

import java.util.List;
import java.util.Optional;

/**
 * The words of a measure, unchanged from its owner's form.
 *
 * @param period over what time it asks
 * @param about what is said of ours beside the instruction; empty for nothing
 * @param answers what each value is called, the lowest first
 * @param extra a question that is not counted
 */
public record MeasureText(
        String period,
        String instruction,
        String about,
        List<String> items,
        List<String> answers,
        Optional<Extra> extra) {
    /** A question beside the items, shown and never counted. */
    public record Extra(String question, List<String> answers) {}
}
