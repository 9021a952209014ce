package org.safespaces.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Words stay as they were typed; what nobody types goes, and an image never comes in. */
class TypedTextTest {
    @Test
    void wordsStayAsTheyWereTyped() {
        assertEquals("one\ntwo\tthree", TypedText.usable("  one\r\ntwo\tthree\u0000\u202E ", 100));
        assertEquals("see hxxps://example.org", TypedText.usable("see https://example.org", 100));
    }

    @Test
    void nothingTooLongAndImagesAreRefused() {
        assertEquals(TextRefused.Reason.EMPTY, reason(null));
        assertEquals(TextRefused.Reason.EMPTY, reason(" \n "));
        assertEquals(TextRefused.Reason.LONG, reason("x ".repeat(51)));
        assertEquals(TextRefused.Reason.PICTURE, reason("data:image/png;base64,AA"));
        assertEquals(TextRefused.Reason.PICTURE, reason("iVBORw0KGgo".repeat(50)));
    }

    private static TextRefused.Reason reason(String typed) {
        return assertThrows(TextRefused.class, () -> TypedText.usable(typed, 100))
                .reason();
    }
}
