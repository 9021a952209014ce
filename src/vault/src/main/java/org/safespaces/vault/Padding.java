package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Hides how long a text is: u32 length, the text, zeros, filling one of nine sizes, 1 KiB to 256 KiB (vault.md 5.1). What shows is
 * the class only.
 */
final class Padding {
    static final int SMALLEST = 1024;
    static final int LARGEST = 256 * 1024;

    private static final int LENGTH_FIELD = 4;

    private Padding() {}

    /** The smallest class that holds so many bytes of text. */
    static int classFor(int textLength) {
        for (int size = SMALLEST; size <= LARGEST; size *= 2) {
            if (textLength <= size - LENGTH_FIELD) {
                return size;
            }
        }
        throw new TextTooLong();
    }

    static boolean isClass(int size) {
        return size >= SMALLEST && size <= LARGEST && Integer.bitCount(size) == 1;
    }

    static byte[] fill(byte[] text, int size) {
        if (text.length > size - LENGTH_FIELD) {
            throw new TextTooLong();
        }
        return ByteBuffer.allocate(size).putInt(text.length).put(text).array();
    }

    /** Takes the text out; refuses a length that does not fit and a filler that is not zero. */
    static byte[] strip(byte[] padded) {
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - LENGTH_FIELD) {
            throw new VaultException();
        }
        int end = LENGTH_FIELD + length;
        int filler = 0;
        for (int at = end; at < padded.length; at++) {
            filler |= padded[at];
        }
        if (filler != 0) {
            throw new VaultException();
        }
        return Arrays.copyOfRange(padded, LENGTH_FIELD, end);
    }
}
