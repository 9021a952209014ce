package org.safespaces.measures;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * The measures of a case, opened.
 *
 * @param courses one a measure, in the order in which they were first answered
 * @param left something was sent that is not sealed to the caller
 * @param doubtful the record is not what was signed, or one of them does not open
 */
public record Results(List<Course> courses, boolean left, boolean doubtful) implements Confidential {
    @Override
    public String toString() {
        return "Results[redacted]";
    }
}
