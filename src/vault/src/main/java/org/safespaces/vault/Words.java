package org.safespaces.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 7,776 words that passphrases, return codes and fingerprints are made of; origin and licence in {@code words.txt.md}. */
final class Words {
    private static final List<String> ALL = read();
    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private Words() {}

    /** So many words drawn evenly; 12.9 bits each. */
    static String draw(int count) {
        return Stream.generate(Words::drawOne).limit(count).collect(Collectors.joining(" "));
    }

    static boolean knows(String word) {
        return KNOWN.contains(word);
    }

    /** So many words that stand for a hash, most significant first: {@code hash mod 7776^count} in base 7776. */
    static String standingFor(byte[] hash, int count) {
        BigInteger base = BigInteger.valueOf(ALL.size());
        BigInteger number = new BigInteger(1, hash);
        return IntStream.rangeClosed(1, count)
                .mapToObj(position -> number.divide(base.pow(count - position)).mod(base))
                .map(digit -> ALL.get(digit.intValue()))
                .collect(Collectors.joining(" "));
    }

    /** Four words are written with a hyphen; never drawn, so that a hyphen typed for a space does no harm. */
    private static String drawOne() {
        String word;
        do {
            word = ALL.get(Bytes.randomBelow(ALL.size()));
        } while (word.contains("-"));
        return word;
    }

    private static List<String> read() {
        try (InputStream in = Words.class.getResourceAsStream("words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            List<String> words = lines.lines().toList();
            if (words.size() != 7776) {
                throw new IllegalStateException("the word list is not whole");
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
