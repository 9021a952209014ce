package org.safespaces.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Section 2: the envelope of everything that is sealed with a symmetric key. */
public final class Envelopes {
    private Envelopes() {}

    /** The text of a {@code TPE1}. */
    public static String text(byte[] key, byte[] aad, byte[] envelope) throws GeneralSecurityException {
        ByteBuffer padded = ByteBuffer.wrap(open("TPE1", key, aad, envelope));
        byte[] text = new byte[padded.getInt()];
        padded.get(text);
        while (padded.hasRemaining()) {
            demand(padded.get() == 0);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The bytes of a {@code TKE1}. */
    public static byte[] key(byte[] key, byte[] aad, byte[] envelope) throws GeneralSecurityException {
        return open("TKE1", key, aad, envelope);
    }

    private static byte[] open(String magic, byte[] key, byte[] aad, byte[] envelope) throws GeneralSecurityException {
        demand(Arrays.equals(Fields.ascii(magic), Arrays.copyOf(envelope, 4)) && envelope[4] == 1);
        byte[] salt = Arrays.copyOfRange(envelope, 5, 37);
        byte[] ah = Derivation.hash("SHA-512", Fields.lp(magic, Fields.u8(1), aad));
        byte[] prk = Derivation.hmac("HmacSHA512", salt, key);
        demand(Arrays.equals(derived(prk, "tpe1/commit", ah, 32), Arrays.copyOfRange(envelope, 37, 69)));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(derived(prk, "tpe1/enc", ah, 32), "AES"),
                new GCMParameterSpec(128, derived(prk, "tpe1/iv", ah, 12)));
        cipher.updateAAD(ah);
        return cipher.doFinal(envelope, 69, envelope.length - 69);
    }

    private static byte[] derived(byte[] prk, String label, byte[] ah, int length) {
        return Derivation.expand("HmacSHA512", prk, Fields.lp(Fields.label(label), ah), length);
    }

    private static void demand(boolean holds) throws GeneralSecurityException {
        if (!holds) {
            throw new GeneralSecurityException("not as the document says");
        }
    }
}
