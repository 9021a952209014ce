package org.safespaces.vault;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words a person opens her vault with. */
public final class Passphrase {
    private static final int WORDS = 6;
    private static final int FEWEST_CHARACTERS = 16;
    private static final int FEWEST_BITS = 60;
    private static final int BITS_OF_A_WORD = 12;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Passphrase() {}

    /** Six words drawn evenly from 7,772: 77.5 bits, the same however much an attacker knows about her. */
    public static Secret draw() {
        return Secret.of(Words.draw(WORDS));
    }

    /**
     * Whether a phrase of her own may stand in: 16 characters or more, and 60 bits by a count that takes words for words and repeats
     * for nothing. Limit: a count knows no songs, quotations or birthdays; drawn words need no such guess and are the better offer.
     */
    public static boolean strongEnough(String own) {
        String plain = Normalizer.normalize(own, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return plain.codePointCount(0, plain.length()) >= FEWEST_CHARACTERS && bits(plain) >= FEWEST_BITS;
    }

    private static int bits(String plain) {
        int words = Arrays.stream(plain.split("\\s+"))
                .distinct()
                .mapToInt(Passphrase::bitsOfToken)
                .sum();
        // Whatever it looks like, a string of few different characters is guessed by trying those.
        long different = plain.chars().distinct().count();
        return different < 8 ? 0 : words;
    }

    private static int bitsOfToken(String token) {
        if (Words.knows(token)) {
            return BITS_OF_A_WORD;
        }
        if (WORD.matcher(token).matches()) {
            return Math.min(BITS_OF_A_WORD, 2 * token.length());
        }
        int bits = 0;
        for (int at = 1; at < token.length(); at++) {
            bits += bitsOfStep(token.charAt(at - 1), token.charAt(at));
        }
        return bits;
    }

    /** Letter to letter is language, one up or down is a row of keys or numbers; what changes kind is worth the most. */
    private static int bitsOfStep(char before, char next) {
        if (Math.abs(before - next) <= 1) {
            return 0;
        }
        if (Character.isLetter(before) && Character.isLetter(next)) {
            return 2;
        }
        return Character.isDigit(before) && Character.isDigit(next) ? 3 : 4;
    }
}
