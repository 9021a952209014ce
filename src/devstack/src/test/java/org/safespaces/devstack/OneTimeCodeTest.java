package org.safespaces.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    private static final String OF_THE_STANDARD = "12345678901234567890";

    /** Appendix B of RFC 6238; it shows eight digits, of which an app shows the last six. */
    @Test
    void theCodesAreThoseOfTheStandard() {
        assertEquals("287082", at(59));
        assertEquals("081804", at(1111111109));
        assertEquals("050471", at(1111111111));
        assertEquals("005924", at(1234567890));
        assertEquals("279037", at(2000000000));
    }

    @Test
    void aSecretIsTypedAsAppsExpectIt() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCode.typed(OF_THE_STANDARD));
        assertEquals("MZXW6YTB", OneTimeCode.typed("fooba"));
        assertEquals("MZXW6", OneTimeCode.typed("foo"));
    }

    private static String at(long second) {
        return OneTimeCode.at(OF_THE_STANDARD.getBytes(StandardCharsets.US_ASCII), Instant.ofEpochSecond(second));
    }
}
