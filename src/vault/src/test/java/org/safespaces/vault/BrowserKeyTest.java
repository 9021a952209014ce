package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BrowserKeyTest {
    private final UUID tenantId = UUID.randomUUID();
    private final byte[] nonce = Bytes.random(16);
    private final BrowserKey key = BrowserKey.draw();
    private final SealedText copy = sealed("step two");

    @Test
    void aCookieCarriesItAndBringsItBack() {
        assertTrue(key.encoded().matches("[A-Za-z0-9_-]{43}"));
        assertEquals(key.encoded(), BrowserKey.decode(key.encoded()).encoded());
    }

    @Test
    void aCookieThatCannotBeAKeyIsRefused() {
        for (String cookie : List.of(
                "", "abc", "!".repeat(43), key.encoded() + "A", key.encoded().substring(1))) {
            Refused.by(() -> BrowserKey.decode(cookie));
        }
    }

    @Test
    void aWorkingCopyOpensWithItsCookieNonceAndPracticeOnly() {
        assertEquals("step two", opened(key, tenantId, nonce));

        Refused.by(() -> opened(BrowserKey.draw(), tenantId, nonce));
        Refused.by(() -> opened(key, UUID.randomUUID(), nonce));
        Refused.by(() -> opened(key, tenantId, Bytes.random(16)));
        Refused.by(() -> opened(key, tenantId, new byte[15]));
    }

    @Test
    void aClosedKeyIsOfNoUse() {
        key.close();

        Refused.by(key::encoded);
        Refused.by(() -> opened(key, tenantId, nonce));
    }

    private SealedText sealed(String text) {
        try (ClearText clear = ClearText.of(text)) {
            return key.sealWorkingCopy(tenantId, nonce, clear);
        }
    }

    private String opened(BrowserKey by, UUID tenant, byte[] at) {
        try (ClearText clear = by.openWorkingCopy(tenant, at, copy)) {
            return clear.text();
        }
    }
}
