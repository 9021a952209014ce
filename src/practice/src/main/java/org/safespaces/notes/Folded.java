package org.safespaces.notes;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: no capitals, no accents, no marks nobody sees, one blank for any gap. Each of its characters
 * knows where in the text it came from, so that what matches can be shown as it was written.
 */
final class Folded {
    private final StringBuilder text;
    private int[] origins;

    private Folded(int length) {
        this.text = new StringBuilder(length);
        this.origins = new int[length + 1];
    }

    static Folded of(String original) {
        Folded folded = new Folded(original.length());
        for (int at = 0; at < original.length(); ) {
            int character = original.codePointAt(at);
            if (character < 0x80) {
                folded.plain((char) character, at);
            } else {
                folded.rest(character, at);
            }
            at += Character.charCount(character);
        }
        folded.origins[folded.text.length()] = original.length();
        return folded;
    }

    private void plain(char character, int origin) {
        if (character <= ' ') {
            blank(origin);
        } else {
            add(character >= 'A' && character <= 'Z' ? (char) (character + 32) : character, origin);
        }
    }

    /** By way of capitals, so that ß is ss and a dotless i an i; in no language's own manner. */
    private void rest(int character, int origin) {
        String apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).codePoints().forEach(each -> {
            if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
                blank(origin);
            } else if (isSeen(each)) {
                for (char half : Character.toChars(straight(each))) {
                    add(half, origin);
                }
            }
        });
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL -> false;
            default -> true;
        };
    }

    /** Typewriter's quotes and dashes for a printer's. */
    private static int straight(int character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u201B', '\u02BC' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            default -> character;
        };
    }

    private void blank(int origin) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            add(' ', origin);
        }
    }

    private void add(char character, int origin) {
        if (text.length() + 1 >= origins.length) {
            origins = Arrays.copyOf(origins, 2 * origins.length + 8);
        }
        origins[text.length()] = origin;
        text.append(character);
    }

    /** Where a word begins, from a place on; -1 for nowhere. */
    int indexOf(String word, int from) {
        return text.indexOf(word, from);
    }

    /** Where in the text as it was written a place is. */
    int origin(int place) {
        return origins[place];
    }

    @Override
    public String toString() {
        return "Folded[redacted]";
    }

    String text() {
        return text.toString();
    }
}
