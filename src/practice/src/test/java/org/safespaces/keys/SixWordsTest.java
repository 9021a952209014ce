package org.safespaces.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SixWordsTest {
    private final SixWords words = new SixWords(List.of("one", "two", "three", "yo-yo", "five", "six"));

    @Test
    void theFourthAndTheSixthAreNeverShown() {
        assertEquals(List.of("one", "two", "three", "", "five", ""), words.withoutTwo());
        assertFalse(words.toString().contains("six"));
    }

    @Test
    void heardWordsMayBeTypedAsPeopleType() {
        assertTrue(words.areLeftOut("yo-yo", "six"));
        assertTrue(words.areLeftOut(" Yo yo ", "SIX"));
        assertTrue(words.areLeftOut("yoyo", "six "));
    }

    @Test
    void otherWordsAreNotThem() {
        assertFalse(words.areLeftOut("six", "yo-yo"));
        assertFalse(words.areLeftOut("yo-yo", ""));
        assertFalse(words.areLeftOut(null, "six"));
        assertFalse(words.areLeftOut("yo-yo", "five"));
    }
}
