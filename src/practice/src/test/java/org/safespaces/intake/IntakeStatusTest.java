package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeStatusTest {

    /** The table of intake.md 10, row by row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECEIVED|BEING_READ CLOSED",
                "BEING_READ|WROTE WAITING ACCEPTED NOT_RIGHT CLOSED",
                "WROTE|WAITING ACCEPTED NOT_RIGHT CLOSED",
                "WAITING|WROTE ACCEPTED NOT_RIGHT CLOSED",
                "ACCEPTED|CLOSED",
                "NOT_RIGHT|CLOSED",
                "CLOSED|''"
            })
    void fromEachItMayBecomeWhatTheTableSaysAndNothingElse(IntakeStatus from, String table) {
        Set<IntakeStatus> expected = Arrays.stream(table.split(" "))
                .filter(name -> !name.isEmpty())
                .map(IntakeStatus::valueOf)
                .collect(Collectors.toSet());

        assertEquals(expected, from.next());
    }
}
