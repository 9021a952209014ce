package org.safespaces.devstack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows, RFC 6238: six digits from a secret and the hour. */
public final class OneTimeCode {
    /** Of everybody in a development stack who works here; stands in {@code dev-users.json}, and nowhere else. */
    public static final String SECRET = "quiet-morning-at-home";

    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private OneTimeCode() {}

    /** The code of this moment. */
    public static String now(String secret) {
        return at(secret.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    static String at(byte[] secret, Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(moment.getEpochSecond() / SECONDS)
                    .array()));
            int offset = hash.get(hash.limit() - 1) & 0xF;
            return String.format("%06d", (hash.getInt(offset) & Integer.MAX_VALUE) % SIX_DIGITS);
        } catch (GeneralSecurityException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }

    /** A secret as it is typed into an app. */
    static String typed(String secret) {
        StringBuilder typed = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
            held = held << Byte.SIZE | each & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                typed.append(BASE_32.charAt(held >> bits & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? typed.toString()
                : typed.append(BASE_32.charAt(held << BITS - bits & 0x1F)).toString();
    }

    /** The secret that was typed as this; for an app that a test stands in for. */
    public static String shownBy(String typed) {
        ByteBuffer secret = ByteBuffer.allocate(typed.length());
        int held = 0;
        int bits = 0;
        for (char each : typed.replace(" ", "").toCharArray()) {
            held = (held << BITS | BASE_32.indexOf(each)) & 0xFFFF;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                secret.put((byte) (held >> bits));
            }
        }
        byte[] whole = new byte[secret.position()];
        secret.rewind().get(whole);
        return at(whole, Instant.now());
    }
}
