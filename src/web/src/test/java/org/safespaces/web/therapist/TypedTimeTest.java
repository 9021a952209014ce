package org.safespaces.web.therapist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    @ParameterizedTest
    @CsvSource({
        "9, 09:00",
        "09:00, 09:00",
        "9.30, 09:30",
        "1730, 17:30",
        "5 pm, 17:00",
        "5PM, 17:00",
        "12am, 00:00",
        "12 pm, 12:00",
        "24:00, 00:00",
        "0, 00:00",
        "9:15 am, 09:15"
    })
    void timesAreReadAsPeopleTypeThem(String typed, LocalTime meant) {
        assertEquals(Optional.of(meant), TypedTime.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine", "25", "24:01", "9:60", "13 pm", "0 am", "9-17", "-1", "9:1", "٩"})
    void whatIsNoTimeIsNoTime(String typed) {
        assertTrue(TypedTime.read(typed).isEmpty());
    }
}
