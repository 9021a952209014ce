package org.safespaces.acceptance.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;

/** What somebody does on the pages that make a vault, and reads there. */
public final class VaultPages {
    private VaultPages() {}

    /** What opens a vault: six words, and the code of a sheet of paper. */
    public record Opens(String words, String code) {}

    /** Goes the whole way from the first page, with six words drawn, until the vault is there and open. */
    public static Opens make(Visitor visitor) {
        visitor.goTo("/therapist/set-up");
        visitor.press("Show me six words");
        String words = words(visitor);
        visitor.follow("I have written them down");
        type(visitor, "#typed\\:phrase", words, "Continue");
        String code = sheet(visitor, "Show my recovery sheet");
        visitor.page().waitForURL("**/therapist/set-up?done=1");
        return new Opens(words, code);
    }

    /** Has a sheet shown, and types its code back. */
    public static String sheet(Visitor visitor, String button) {
        visitor.press(button);
        String code = code(visitor);
        visitor.follow("I have it on paper");
        type(visitor, "#drill\\:code", code, "Finish");
        return code;
    }

    /** The six words that are shown. */
    public static String words(Visitor visitor) {
        return shown(visitor, ".six-words li", 6, " ");
    }

    /** The code on the sheet that is shown. */
    public static String code(Visitor visitor) {
        return shown(visitor, ".sheet-code span", 7, "-");
    }

    private static String shown(Visitor visitor, String each, int howMany, String between) {
        Locator all = visitor.page().locator(each);
        all.first().waitFor();
        assertEquals(howMany, all.count());
        return String.join(between, all.allInnerTexts());
    }

    /** Opens a vault with words that the world does not know. */
    public static void unlock(Visitor visitor, String words) {
        visitor.goTo("/therapist/unlock");
        type(visitor, "#unlock\\:phrase", words, "Unlock");
        visitor.page().waitForURL("**/therapist/today");
    }

    public static void type(Visitor visitor, String field, String typed, String button) {
        visitor.page().fill(field, typed);
        visitor.press(button);
    }
}
