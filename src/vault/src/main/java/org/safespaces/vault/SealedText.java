package org.safespaces.vault;

import java.util.Arrays;

/**
 * An envelope as it is stored: what entities hold and databases keep. Says nothing without its key; its length tells the size class.
 *
 * @param bytes the envelope, copied on the way in and out
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedText(byte[] bytes) {
    public SealedText {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] hash() {
        return Bytes.sha512(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedText[" + bytes.length + " bytes]";
    }
}
