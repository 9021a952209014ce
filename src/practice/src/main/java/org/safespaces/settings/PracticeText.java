package org.safespaces.settings;

import java.util.List;

/** What the practice may word for itself. Each is plain text, a few sentences; where nobody has, the usual words are said. */
public enum PracticeText {
    /** Under the heading of the first public page. */
    WELCOME(RiskyWords.OF_PAGES, 400),
    /** Under the heading of the page after an enquiry was sent. */
    AFTER_SENDING(RiskyWords.OF_PAGES, 400),
    /** Over what a client has agreed to. */
    AGREEING(RiskyWords.OF_PAGES, 400),
    /** What a letter says that something waits: whoever does harm may read it. */
    LETTER(RiskyWords.OF_LETTERS, 200);

    private final RiskyWords risky;
    private final int longest;

    PracticeText(RiskyWords risky, int longest) {
        this.risky = risky;
        this.longest = longest;
    }

    /** How many characters it may have. */
    public int longest() {
        return longest;
    }

    /** May it stand alone: some words, not too many, with an end? */
    public boolean isWhole(String body) {
        return body.length() >= 2 && body.length() <= longest && body.matches("(?s).*[.?]");
    }

    /** What in it must not be said there; empty when nothing. */
    public List<String> risks(String body) {
        return risky.in(body);
    }
}
