package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServerSealTest {
    private static final Column CARD = new Column("contact_card", "sealed");
    private static final byte[] K2 = Hex.repeated(2, 32);
    private static final byte[] KI = Hex.repeated(3, 32);

    private final UUID tenantId = UUID.randomUUID();
    private final UUID rowId = UUID.randomUUID();
    private final ServerSeal seal = new ServerSeal(tenantId, 1, K2, KI);
    private final SealedText sealed = sealed("jo@example.org");

    @Test
    void aContactCardOpensAtItsRow() {
        assertEquals("jo@example.org", opened(seal, CARD, rowId));
    }

    @Test
    void movedToAnotherRowColumnTablePracticeOrKeyItDoesNotOpen() {
        Refused.by(() -> opened(seal, CARD, UUID.randomUUID()));
        Refused.by(() -> opened(seal, new Column("contact_card", "other"), rowId));
        Refused.by(() -> opened(seal, new Column("other", "sealed"), rowId));
        Refused.by(() -> opened(new ServerSeal(UUID.randomUUID(), 1, K2, KI), CARD, rowId));
        Refused.by(() -> opened(new ServerSeal(tenantId, 2, K2, KI), CARD, rowId));
        Refused.by(() -> opened(new ServerSeal(tenantId, 1, KI, K2), CARD, rowId));
    }

    @Test
    void anIdentifierComesBackAndIsNoText() {
        UUID caseId = UUID.randomUUID();
        SealedText reference = seal.sealId(caseId, CARD, rowId);

        assertEquals(caseId, seal.openId(reference, CARD, rowId));
        assertEquals(101, reference.bytes().length);
        Refused.by(() -> seal.openId(reference, CARD, UUID.randomUUID()));
        Refused.by(() -> seal.openId(sealed, CARD, rowId));
        Refused.by(() -> seal.open(reference, CARD, rowId));
    }

    @Test
    void equalValuesHaveEqualTagsWithinAColumnOnly() {
        byte[] address = "jo@example.org".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] tag = seal.tag(CARD, address);

        assertEquals(32, tag.length);
        assertArrayEquals(tag, seal.tag(CARD, address));
        assertFalse(Arrays.equals(tag, seal.tag(CARD, Hex.flipped(address, 0))));
        assertFalse(Arrays.equals(tag, seal.tag(new Column("contact_card", "other"), address)));
        assertFalse(Arrays.equals(tag, seal.tag(new Column("account", "sealed"), address)));
        assertFalse(Arrays.equals(tag, new ServerSeal(tenantId, 1, K2, K2).tag(CARD, address)));
    }

    @Test
    void aTagDoesNotDependOnTheServerKey() {
        byte[] id = ServerSeal.bytes(rowId);

        assertArrayEquals(seal.tag(CARD, id), new ServerSeal(tenantId, 9, KI, KI).tag(CARD, id));
    }

    @Test
    void columnsAreNamedByPlainIdentifiers() {
        for (String name : List.of("", "a.b", "a b", "a\n")) {
            assertThrows(IllegalArgumentException.class, () -> new Column(name, "c"));
            assertThrows(IllegalArgumentException.class, () -> new Column("t", name));
        }
    }

    @Test
    void keysHaveThirtyTwoBytes() {
        assertThrows(IllegalArgumentException.class, () -> new ServerSeal(tenantId, 1, new byte[31], KI));
        assertThrows(IllegalArgumentException.class, () -> new ServerSeal(tenantId, 1, K2, new byte[16]));
    }

    private SealedText sealed(String text) {
        try (ClearText clear = ClearText.of(text)) {
            return seal.seal(clear, CARD, rowId);
        }
    }

    private String opened(ServerSeal by, Column column, UUID row) {
        try (ClearText clear = by.open(sealed, column, row)) {
            return clear.text();
        }
    }
}
