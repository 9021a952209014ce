package org.safespaces.acceptance.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for many byte patterns at once, in one pass: a few thousand spellings of some hundred words, in gigabytes. A pattern
 * has eight bytes at least; by those it is recognised, then compared whole.
 */
final class Search {
    private static final int BEGINNING = 8;
    private static final int BLOCK = 8 << 20;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Map<Long, List<Pattern>> byBeginning = new HashMap<>();
    private final boolean[] promising = new boolean[1 << 20];
    private int longest = BEGINNING;

    @SuppressWarnings("ArrayRecordComponent")
    private record Pattern(byte[] bytes, String said) {}

    /** A word of our own, in all its spellings. */
    Search word(String said, String word) {
        Spellings.of(word).forEach((how, bytes) -> pattern(said + " (" + how + ")", bytes));
        return this;
    }

    /** Bytes, as they are. */
    Search pattern(String said, byte[] bytes) {
        if (bytes.length < BEGINNING) {
            throw new IllegalArgumentException(said + " is too short to be told from chance");
        }
        long beginning = (long) EIGHT.get(bytes, 0);
        byBeginning.computeIfAbsent(beginning, none -> new ArrayList<>()).add(new Pattern(bytes, said));
        promising[slot(beginning)] = true;
        longest = Math.max(longest, bytes.length);
        return this;
    }

    /** What of it stands in these bytes, and how often. */
    Map<String, Integer> in(byte[] bytes) {
        Map<String, Integer> found = new TreeMap<>();
        look(bytes, bytes.length, bytes.length, found);
        return found;
    }

    /** The same in something too large to be held at once. */
    Map<String, Integer> in(InputStream stream) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        byte[] block = new byte[BLOCK + longest];
        int held = 0;
        while (true) {
            int read = stream.readNBytes(block, held, block.length - held);
            int filled = held + read;
            boolean last = filled < block.length;
            int begins = last ? filled : filled - longest;
            look(block, begins, filled, found);
            if (last) {
                return found;
            }
            held = filled - begins;
            System.arraycopy(block, begins, block, 0, held);
        }
    }

    /** Patterns that begin before {@code begins}; they may end up to {@code filled}. */
    private void look(byte[] block, int begins, int filled, Map<String, Integer> found) {
        int end = Math.min(begins, filled - BEGINNING + 1);
        for (int at = 0; at < end; at++) {
            long here = (long) EIGHT.get(block, at);
            if (promising[slot(here)]) {
                for (Pattern pattern : byBeginning.getOrDefault(here, List.of())) {
                    if (stands(pattern.bytes(), block, at, filled)) {
                        found.merge(pattern.said(), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] pattern, byte[] block, int at, int filled) {
        return at + pattern.length <= filled
                && Arrays.equals(pattern, 0, pattern.length, block, at, at + pattern.length);
    }

    private static int slot(long beginning) {
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> 44);
    }
}
