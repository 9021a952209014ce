package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VaultTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(practice.ada, at, "She slept.");

    @Test
    void whatIsSealedOpensForItsAuthor() {
        assertEquals("She slept.", practice.read(practice.ada, note, at));
    }

    @Test
    void anEmptyTextIsATextToo() {
        ItemAddress other = Practice.first(part);

        assertEquals("", practice.read(practice.ada, practice.written(practice.ada, other, ""), other));
    }
}
