package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

    @ParameterizedTest
    @CsvSource({
        "SLEEP, Her sleep has come back",
        "sleep, HER SLEEP HAS COME BACK",
        "cafe, we met at the café",
        "café, we met at the cafe",
        "cafe, we met at the cafe\u0301",
        "strasse, in der Straße",
        "straße, IN DER STRASSE",
        "istanbul, in İstanbul",
        "ISTANBUL, in ıstanbul",
        "fine, ﬁne by her",
        "didn't, she didn’t say",
        "123, room ①②③",
        "leep, asleep"
    })
    void capitalsAccentsAndSpellingsOfTheSameDoNotMatter(String typed, String text) {
        assertTrue(Sought.of(typed).isIn(text));
    }

    @Test
    void allWordsMustOccurInAnyOrder() {
        String text = "Fewer checks of the phone. A friend has been told.";

        assertTrue(Sought.of("friend phone").isIn(text));
        assertFalse(Sought.of("friend letter").isIn(text));
    }

    @Test
    void aPhraseMustOccurAsItIsOverTheEndOfALineToo() {
        String text = "A friend has\nbeen   told.";

        assertTrue(Sought.of("\"friend has been told\"").isIn(text));
        assertFalse(Sought.of("\"been friend\"").isIn(text));
        assertTrue(Sought.of("\u201Chas been\u201D friend").isIn(text), "a printer's quotation marks");
    }

    @Test
    void aQuotationMarkThatIsStillOpenIsReadAsFarAsItGoes() {
        assertTrue(Sought.of("\"has been").isIn("A friend has been told."));
    }

    @Test
    void whatStandsAroundAWordIsNotPartOfIt() {
        assertTrue(Sought.of("phone, friend.").isIn("friend and phone"));
        assertTrue(
                Sought.of("c++").isIn("wrote c for a living"), "marks alone are looked for, around words they are not");
        assertTrue(Sought.of("++").isIn("felt ++ today"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "\"\"", "\u0000\u0007", "\u202E\u200B", "\u0301\u0301\u0301"})
    void whatNobodyCouldFindAnythingByIsTooShort(String typed) {
        assertTrue(Sought.of(typed).isTooShort());
    }

    @Test
    void nothingTypedAtAllIsTooShort() {
        assertTrue(Sought.of(null).isTooShort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD800 lone",
                "lone \uDC00\uD800",
                "${7*7} #{request} {{7*7}}",
                "<script>alert(1)</script>",
                "'; DROP TABLE case_item; --",
                ".* [a-z]+ ( \\",
                "\u202Eabc\u0000def"
            })
    void oddTextIsLookedForAsTheTextItIs(String typed) {
        assertFalse(Sought.of(typed).isIn("an ordinary note"));
        assertTrue(Sought.of(typed).isIn("before " + typed + " after"));
    }

    @Test
    void tenThousandAccentsOnOneLetterAreThatLetter() {
        String note = "caf" + "e" + "\u0301".repeat(10_000) + " noir";

        assertTrue(Sought.of("\"cafe noir\"").isIn(note));
    }

    @Test
    void itPrintsNothingOfItself() {
        assertEquals("Sought[redacted]", Sought.of("kingfisher").toString());
        assertEquals("Folded[redacted]", Folded.of("kingfisher").toString());
    }
}
