package org.safespaces.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.access.Confidential;

/**
 * What somebody looks for: words that must all occur, in any order, and phrases in quotation marks that must occur as they
 * are. Capitals and accents do not matter; parts of words count.
 */
public final class Sought implements Confidential {
    /** The most characters that can be looked for. */
    public static final int LONGEST = 200;

    private static final int SHORTEST = 2;
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");
    private static final Pattern AROUND = Pattern.compile("^[\\p{Punct}]+|[\\p{Punct}]+$");

    private final List<String> words;

    private Sought(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Reads what was typed, whatever it is; {@code null} is nothing. */
    public static Sought of(String typed) {
        List<String> words = new ArrayList<>();
        Matcher part = PART.matcher(typed == null ? "" : Folded.of(typed).text());
        while (part.find()) {
            String word =
                    part.group(1) == null ? bare(part.group(2)) : part.group(1).strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new Sought(words);
    }

    private static String bare(String word) {
        String bare = AROUND.matcher(word).replaceAll("");
        return bare.isEmpty() ? word : bare;
    }

    /** Too little to look for: every note would be found. */
    public boolean isTooShort() {
        return words.stream().mapToInt(String::length).sum() < SHORTEST;
    }

    /** Does all of it occur? */
    public boolean isIn(String text) {
        return isIn(Folded.of(text));
    }

    boolean isIn(Folded text) {
        return words.stream().allMatch(word -> text.indexOf(word, 0) >= 0);
    }

    List<String> words() {
        return words;
    }

    @Override
    public String toString() {
        return "Sought[redacted]";
    }
}
