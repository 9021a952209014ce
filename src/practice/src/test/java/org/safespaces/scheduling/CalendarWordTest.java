package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Dentist", "Appointment", "Zoë", "Hair, 2 pm", "Pflegeberatung", "  Yoga  ", "Half-term plans"})
    void aWordThatSaysNothingIsTakenAsItIs(String word) {
        assertEquals(word.strip(), CalendarWord.typed(word).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Therapy",
                "my THERAPIST",
                "Counselling",
                "Thérapie",
                "Ｔｈｅｒａｐｙ",
                "abuse",
                "Sextortion help",
                "police",
                "Safe Spaces",
                "https://x.org",
                "me@x.org",
                "www.x"
            })
    void aWordThatTellsIsRefused(String word) {
        assertEquals(WordRefused.Reason.TELLS, refused(word));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertEquals(WordRefused.Reason.EMPTY, refused(" \n\t "));
        assertEquals(WordRefused.Reason.EMPTY, refused(null));
        assertEquals(WordRefused.Reason.LONG, refused("x".repeat(31)));
        assertEquals(30, CalendarWord.typed("x".repeat(30)).text().length());
    }

    @Test
    void itStaysOnOneLine() {
        assertEquals("A  BEGIN:VALARM", CalendarWord.typed("A\r\nBEGIN:VALARM").text());
    }

    private static WordRefused.Reason refused(String word) {
        return assertThrows(WordRefused.class, () -> CalendarWord.typed(word)).reason();
    }
}
