package org.safespaces.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "You should have told us.",
                "We help victims.",
                "Come in!",
                "It will be removed permanently.",
                "Ring 0800 068 4141.",
                "Ring 999.",
                "Look at example.org.",
                "See https://example.net/help.",
                "<b>Welcome</b>.",
                "Call {E999}."
            })
    void aPageIsNotToldWhatBlamesLabelsShoutsOrLeadsAway(String text) {
        assertFalse(PracticeText.WELCOME.risks(text).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your therapist has written.",
                "Your appointment is at ten.",
                "A message is waiting for Linen.",
                "Write to rowan@practice.example.",
                "Click here."
            })
    void aLetterIsNotToldWhatItIsAboutNorWhoseItIs(String text) {
        assertFalse(PracticeText.LETTER.risks(text).isEmpty(), text);
    }

    @Test
    void calmWordsAreFine() {
        assertEquals(List.of(), PracticeText.WELCOME.risks("We are a small practice in the UK. Take your time."));
        assertEquals(List.of(), PracticeText.LETTER.risks("Something waits for you. Sign in where you usually do."));
    }

    @Test
    void aTextHasAnEndAndIsNotTooLong() {
        assertTrue(PracticeText.LETTER.isWhole("Something waits."));
        assertFalse(PracticeText.LETTER.isWhole("Something waits"));
        assertFalse(PracticeText.LETTER.isWhole(""));
        assertFalse(PracticeText.LETTER.isWhole("a".repeat(200) + "."));
    }

    @Test
    void theUsualWordsAreSaidUntilThePracticeHasItsOwn() {
        PracticeTexts texts = new PracticeTexts();
        assertEquals("Usual.", texts.said("WELCOME", "Usual."));
        texts.sayFromNowOn(Map.of(PracticeText.WELCOME, "Ours."));
        assertEquals("Ours.", texts.said("WELCOME", "Usual."));
        assertEquals("Usual.", texts.said("AGREEING", "Usual."));
    }
}
