package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** The one way in which anything may fail to open: the same type, the same words, no cause. */
final class Refused {
    private Refused() {}

    static void by(Executable attempt) {
        VaultException refusal = assertThrows(VaultException.class, attempt);
        assertEquals(VaultException.class, refusal.getClass());
        assertEquals("cannot open", refusal.getMessage());
        assertNull(refusal.getCause());
    }
}
