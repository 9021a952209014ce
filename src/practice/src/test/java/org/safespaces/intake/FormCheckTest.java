package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed into a box, and what is said when it may not. */
class FormCheckTest {
    private static final FormPage WORDS =
            Walker.FORMS.asked(FormKind.SEXTORTION).page("s17").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,AAAA",
                "see DATA: IMAGE/svg+xml,<svg>",
                "data:\timage/gif",
                "words before data:image"
            })
    void aPictureInTextIsNotTaken(String typed) {
        assertEquals(Map.of("S17", "picture"), check(typed).errors());
        assertEquals(typed, check(typed).answers().text("S17"), "the words stay, to be mended");
    }

    @Test
    void neitherIsTheInsideOfOne() {
        assertEquals(Map.of("S17", "picture"), check("iVBORw0KGgo".repeat(46)).errors());
        assertEquals(Map.of(), check("a".repeat(499)).errors());
        assertEquals(Map.of("S17", "picture"), check("a".repeat(500)).errors());
    }

    @Test
    void lengthCountsAsABrowserCountsIt() {
        assertEquals(Map.of(), check("\uD83C\uDF3B ".repeat(666)).errors());
        assertEquals(
                Map.of("S17", "long"), check("\uD83C\uDF3B ".repeat(667) + "x").errors());
    }

    @Test
    void whatNobodyTypesGoesAndTheRestStays() {
        assertEquals(
                "beforeafter \u00E9",
                check("before\u0000\u0007\u202E\uFEFF\uD800after e\u0301")
                        .answers()
                        .text("S17"));
        assertEquals("a\nb\tc", check("  a\r\nb\tc \u0000 ").answers().text("S17"));
        assertEquals(List.of(), check(" \u0000\u200B".substring(0, 2)).answers().to("S17"));
    }

    @Test
    void aBlankBoxIsFine() {
        assertEquals(Map.of(), check("").errors());
        assertEquals(true, check("").answers().blank("S17"));
    }

    private static FormCheck.Checked check(String typed) {
        return FormCheck.read(WORDS, Answers.NONE, id -> new String[] {typed});
    }
}
