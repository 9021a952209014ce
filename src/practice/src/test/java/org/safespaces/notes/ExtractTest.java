package org.safespaces.notes;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractTest {

    @Test
    void whatMatchesIsMarkedAsItWasWritten() {
        assertEquals("We met at the [Café] by the river.", marked("We met at the Café by the river.", "cafe"));
        assertEquals("In der [Straße] war es laut.", marked("In der Straße war es laut.", "strasse"));
        assertEquals("[e\u0301t\u00e9], then autumn", marked("e\u0301t\u00e9, then autumn", "ete"));
    }

    @Test
    void everyWordLookedForIsMarkedAndOverlapsAreOne() {
        assertEquals("A [friend] has [the friend]", marked("A friend has the friend", "friend \"the friend\""));
    }

    @Test
    void aPhraseIsMarkedOverTheEndOfALine() {
        assertEquals("she [has\nbeen] told", marked("she has\nbeen told", "\"has been\""));
    }

    @Test
    void onlyTheWordsAroundAreShownAndNoWordIsCutInTwo() {
        String text = "beginning ".repeat(40) + "kingfisher " + "ending ".repeat(60);

        String shown = marked(text, "kingfisher");

        assertTrue(shown.length() < 280, "about two lines: " + shown.length());
        assertTrue(shown.startsWith("\u2026beginning "), shown);
        assertTrue(shown.endsWith("ending\u2026"), shown);
        assertTrue(shown.contains("[kingfisher]"));
    }

    @Test
    void aTextWithoutBlanksIsCutBetweenCharacters() {
        String shown = marked("\uD83C\uDF3B".repeat(100) + "x" + "\uD83C\uDF3B".repeat(101), "x\uD83C\uDF3B");

        assertFalse(shown.chars().anyMatch(each -> each == 0xFFFD));
        assertEquals(
                shown,
                new String(
                        shown.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String marked(String text, String typed) {
        List<Hit.Piece> pieces = Extract.of(text, Folded.of(text), Sought.of(typed));
        return pieces.stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }
}
