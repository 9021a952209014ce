package org.safespaces.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safespaces.vault.PublicKeys;

/**
 * The six words that stand for somebody's keys, for two people to compare by voice or in person. Two of them are never
 * shown to whoever compares: she can know them only from hearing them. Source: vault.md 6.3.
 */
record SixWords(List<String> all) {
    private static final int FOURTH = 3;
    private static final int SIXTH = 5;

    static SixWords of(PublicKeys keys) {
        return new SixWords(List.of(keys.fingerprint().split(" ")));
    }

    /** All of them, with nothing in place of the fourth and the sixth. */
    List<String> withoutTwo() {
        List<String> shown = new ArrayList<>(all);
        shown.set(FOURTH, "");
        shown.set(SIXTH, "");
        return List.copyOf(shown);
    }

    /** Are these the two that were left out? Capitals, spaces and hyphens do not matter. */
    boolean areLeftOut(String fourth, String sixth) {
        return same(all.get(FOURTH), fourth) && same(all.get(SIXTH), sixth);
    }

    private static boolean same(String word, String typed) {
        return typed != null && plain(word).equals(plain(typed));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    @Override
    public String toString() {
        return "SixWords[redacted]";
    }
}
