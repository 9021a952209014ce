package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeystoreKeyTest {
    private static final byte[] KSK = Hex.repeated(5, 32);

    private final UUID tenantId = UUID.randomUUID();
    private final KeystoreKey keystoreKey = new KeystoreKey(tenantId, 4, KSK);
    private final ErasureKey ek = ErasureKey.draw();
    private final SealedText wrapped = keystoreKey.wrap(ek);

    @Test
    void anErasureKeyComesBackAsItWas() {
        try (ErasureKey unwrapped = keystoreKey.unwrap(ek.id(), wrapped)) {
            assertEquals(ek.id(), unwrapped.id());
            assertArrayEquals(ek.value(), unwrapped.value());
        }
    }

    @Test
    void underAnotherNameVersionKeyOrPracticeItDoesNot() {
        Refused.by(() -> keystoreKey.unwrap(new EkId(UUID.randomUUID()), wrapped));
        Refused.by(() -> new KeystoreKey(tenantId, 5, KSK).unwrap(ek.id(), wrapped));
        Refused.by(() -> new KeystoreKey(tenantId, 4, Hex.repeated(6, 32)).unwrap(ek.id(), wrapped));
        Refused.by(() -> new KeystoreKey(UUID.randomUUID(), 4, KSK).unwrap(ek.id(), wrapped));
    }

    @Test
    void aTombstoneIsOfOneNameOnlyAndSaysNothingElse() {
        byte[] tombstone = KeystoreKey.tombstone(ek.id());

        assertEquals(32, tombstone.length);
        assertArrayEquals(tombstone, KeystoreKey.tombstone(new EkId(ek.id().value())));
        assertFalse(Arrays.equals(tombstone, KeystoreKey.tombstone(new EkId(UUID.randomUUID()))));
    }

    @Test
    void aClosedErasureKeyIsOfNoUse() {
        ek.close();

        Refused.by(ek::value);
        Refused.by(() -> keystoreKey.wrap(ek));
    }

    @Test
    void aKeystoreKeyHasThirtyTwoBytes() {
        assertThrows(IllegalArgumentException.class, () -> new KeystoreKey(tenantId, 1, new byte[33]));
    }
}
