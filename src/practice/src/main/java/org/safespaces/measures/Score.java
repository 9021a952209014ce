package org.safespaces.measures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * What the answers to a form come to. Words beside a number and nothing more: no risk, no order, no diagnosis.
 *
 * @param total empty where the form has none with these blanks; with one decimal where a blank was estimated
 * @param estimated a blank was: no total is shown without saying so
 * @param band what the total is called; empty for a form without bands, and without a total
 * @param place how the total stands to the usual cut-point
 * @param clusters sums of their own; empty without a total
 * @param pattern whether the pattern of the clusters is met
 * @param answered how many items of {@code items}
 * @param safety what was said to the item that asks about safety
 */
public record Score(
        Optional<BigDecimal> total,
        boolean estimated,
        Optional<Definition.Band> band,
        Optional<Place> place,
        List<Part> clusters,
        Optional<Boolean> pattern,
        int answered,
        int items,
        Safety safety)
        implements Confidential {
    /** Beside the usual cut-point. */
    public enum Place {
        BELOW,
        AT,
        ABOVE
    }

    /** What was said to the item that asks about safety. */
    public enum Safety {
        /** The form has none. */
        NOT_ASKED,
        NOT_ANSWERED,
        /** "Not at all". */
        NO,
        /** Anything else, whatever the total: it asks to be read today. */
        YES
    }

    /** The sum of one cluster. */
    public record Part(String name, int sum, int highest) implements Confidential {
        @Override
        public String toString() {
            return "Part[redacted]";
        }
    }

    /** Does it ask to be read today? */
    public boolean asksToBeRead() {
        return safety == Safety.YES;
    }

    @Override
    public String toString() {
        return "Score[redacted]";
    }
}
