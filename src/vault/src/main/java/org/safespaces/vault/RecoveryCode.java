package org.safespaces.vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The code of the recovery sheet: 26 characters of 5 bits, 130 in all, and two check characters, in seven groups of four.
 *
 * <p>Guarantee: strong enough to need neither stretching nor pepper; one wrong character and two exchanged ones are always noticed
 * as a slip of the pen. Limit: whoever holds the sheet opens the vault. Failure: {@link VaultException}. Alphabet: Crockford's
 * base 32, which has no I, L, O or U; what looks like one of its characters is read as that.
 */
public final class RecoveryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int CHECKS = 2;

    /** The largest prime below 32 squared: a prime that divides no difference of two characters, so that no single slip passes. */
    private static final BigInteger MODULUS = BigInteger.valueOf(1021);

    private RecoveryCode() {}

    /** A fresh code, as it is printed. */
    public static String draw() {
        StringBuilder drawn = new StringBuilder();
        while (drawn.length() < LENGTH) {
            drawn.append(ALPHABET.charAt(Bytes.randomBelow(ALPHABET.length())));
        }
        String code = drawn.toString();
        return grouped(code + check(code));
    }

    /** Reads a code as typed, whatever its case, spaces and hyphens. */
    public static Secret parse(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH + CHECKS || !isWritten(plain)) {
            throw new VaultException();
        }
        String code = plain.substring(0, LENGTH);
        if (!check(code).equals(plain.substring(LENGTH))) {
            throw new VaultException();
        }
        return Secret.of(code);
    }

    /** Refuses a secret that did not come from {@link #parse}. */
    static void demandWhole(Secret secret) {
        String code = new String(secret.bytes(), StandardCharsets.UTF_8);
        if (code.length() != LENGTH || !isWritten(code)) {
            throw new VaultException();
        }
    }

    private static boolean isWritten(String code) {
        return code.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
    }

    private static String check(String code) {
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < code.length(); at++) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(code.charAt(at))));
        }
        int rest = number.mod(MODULUS).intValue();
        return "" + ALPHABET.charAt(rest / 32) + ALPHABET.charAt(rest % 32);
    }

    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{4})"));
    }
}
