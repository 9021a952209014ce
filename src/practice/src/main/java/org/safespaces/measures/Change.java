package org.safespaces.measures;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.safespaces.access.Confidential;

/**
 * How two totals of one measure differ. Lower or higher, and by how much: never better or worse.
 *
 * @param points how many, never below nought
 * @param beyond whether it is more than the usual wobble of this form; empty where the practice has not set what that is
 */
public record Change(Direction direction, BigDecimal points, Optional<Boolean> beyond) implements Confidential {
    /** Which way. */
    public enum Direction {
        LOWER,
        HIGHER,
        SAME
    }

    /** From one total to a later one. */
    static Change between(BigDecimal earlier, BigDecimal later, OptionalInt wobble) {
        BigDecimal points = later.subtract(earlier);
        Direction direction =
                points.signum() < 0 ? Direction.LOWER : points.signum() > 0 ? Direction.HIGHER : Direction.SAME;
        Optional<Boolean> beyond = wobble.isPresent()
                ? Optional.of(points.abs().compareTo(BigDecimal.valueOf(wobble.getAsInt())) >= 0)
                : Optional.empty();
        return new Change(direction, points.abs(), beyond);
    }

    @Override
    public String toString() {
        return "Change[redacted]";
    }
}
