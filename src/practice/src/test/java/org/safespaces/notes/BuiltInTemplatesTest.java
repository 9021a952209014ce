package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInTemplatesTest {
    private final BuiltInTemplates templates = new BuiltInTemplates();

    @Test
    void notesHaveTheirTemplatesWithTheFreeOneFirst() {
        assertEquals(
                List.of("free", "factual", "soap", "dap", "birp"),
                templates.of(ItemKind.NOTE).stream().map(NoteTemplate::id).toList());
        assertEquals(templates.of(ItemKind.NOTE), templates.of(ItemKind.PROCESS));
    }

    @Test
    void aFormulationHasOneOfItsOwn() {
        assertEquals(
                List.of("formulation"),
                templates.of(ItemKind.FORMULATION).stream()
                        .map(NoteTemplate::id)
                        .toList());
    }

    @Test
    void eachHasParts() {
        assertFalse(templates.of(ItemKind.NOTE).stream()
                .anyMatch(template -> template.parts().isEmpty()));
    }
}
