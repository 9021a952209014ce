package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final String code = RecoveryCode.draw();

    @Test
    void itIsPrintedInSevenGroupsOfFour() {
        assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}"), code);
        assertNotEquals(code, RecoveryCode.draw());
    }

    @Test
    void caseSpacesAndLookAlikesDoNotMatter() {
        String meant = parsed(code);
        for (String typed : List.of(
                code.toLowerCase(Locale.ROOT),
                code.replace("-", ""),
                code.replace("-", " "),
                "  " + code.replace("-", " – ") + "\n",
                code.replace('0', 'O').replace('1', 'l'),
                code.replace('0', 'o').replace('1', 'I'))) {
            assertEquals(meant, parsed(typed));
        }
    }

    @Test
    void everyWrongCharacterIsNoticed() {
        String plain = code.replace("-", "");
        for (int at = 0; at < plain.length(); at++) {
            for (int index = 0; index < ALPHABET.length(); index++) {
                char other = ALPHABET.charAt(index);
                if (other != plain.charAt(at)) {
                    String slip = plain.substring(0, at) + other + plain.substring(at + 1);
                    Refused.by(() -> RecoveryCode.parse(slip));
                }
            }
        }
    }

    @Test
    void everyTwoCharactersExchangedAreNoticed() {
        String plain = code.replace("-", "").substring(0, 26);
        String checks = code.replace("-", "").substring(26);
        for (int one = 0; one < 26; one++) {
            for (int other = one + 1; other < 26; other++) {
                if (plain.charAt(one) != plain.charAt(other)) {
                    char[] slip = plain.toCharArray();
                    slip[one] = plain.charAt(other);
                    slip[other] = plain.charAt(one);
                    Refused.by(() -> RecoveryCode.parse(new String(slip) + checks));
                }
            }
        }
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String typed : List.of("", "-", code + "0", code.substring(1), "U".repeat(28), "é".repeat(28))) {
            Refused.by(() -> RecoveryCode.parse(typed));
        }
    }

    /** Frozen: a sheet printed today must be readable in ten years. */
    @Test
    void aSheetPrintedOnceIsReadForEver() {
        assertEquals("0123456789ABCDEFGHJKMNPQRS", parsed("0123-4567-89AB-CDEF-GHJK-MNPQ-RSJR"));
    }

    private static String parsed(String typed) {
        try (Secret secret = RecoveryCode.parse(typed)) {
            return secret.text();
        }
    }
}
