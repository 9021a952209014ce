package org.safespaces.acceptance.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Words that stand nowhere else, so that a single one found somewhere is a leak. */
public final class Canaries {
    public static final String STORY = "zebrafinch met me on a Tuesday and wanted everything";
    public static final String NAME = "Quillwort";
    public static final String NOTE = "kingfisher said that sleep has come back";

    private static final int LETTERS = 14;

    private Canaries() {}

    /** The word for one place: always the same, and no other place's. Small letters only, so that it passes wherever words do. */
    public static String of(String place) {
        byte[] hash = sha256(place);
        StringBuilder word = new StringBuilder("zq");
        for (int at = 0; at < LETTERS; at++) {
            word.append((char) ('a' + (hash[at] & 0xFF) % 26));
        }
        return word.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
