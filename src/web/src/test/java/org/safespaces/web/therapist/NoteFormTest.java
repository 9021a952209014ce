package org.safespaces.web.therapist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NotePart;
import org.safespaces.people.NoSuchPerson;

class NoteFormTest {
    private static final UUID DRAFT = UUID.randomUUID();

    @Test
    void noWordIsLostBetweenTemplatesOfDifferentLength() {
        NoteForm four = read(
                Map.of("parts", "4", "note:said", "a", "note:said-1", "b", "heading-2", "Third", "note:said-2", "c"));

        NoteForm two = four.under("two", List.of("One", "Two"));

        assertEquals(
                List.of(new NotePart("One", "a"), new NotePart("Two", "b\n\nc")),
                two.note().parts());
        assertEquals("two", two.note().template());
        assertEquals(DRAFT, two.draft());
        NoteForm three = two.under("three", List.of("X", "Y", "Z"));
        assertEquals(
                List.of("a", "b\n\nc", ""),
                three.note().parts().stream().map(NotePart::said).toList());
    }

    @Test
    void aProcessNoteHasNoClassToChoose() {
        NoteForm form = read(Map.of("kind", "process", "class", "CLIENT_VISIBLE", "note:said", "mine"));

        assertEquals(ItemKind.PROCESS, form.note().kind());
        assertEquals(DisclosureClass.PROCESS, form.note().disclosure());
        assertEquals(
                DisclosureClass.DISCLOSABLE,
                read(Map.of("class", "PROCESS")).note().disclosure());
    }

    @Test
    void whatNoPageOfOursSendsIsAsIfThereWereNothing() {
        assertThrows(NoSuchPerson.class, () -> read(Map.of("kind", "contact")));
        assertThrows(NoSuchPerson.class, () -> read(Map.of("id", "1")));
        assertEquals(1, read(Map.of("parts", "-3")).note().parts().size());
        assertEquals(
                NoteForm.MOST_PARTS,
                read(Map.of("parts", "999999")).note().parts().size());
        assertTrue(read(Map.of("note:said", "\u0000\u0007")).note().isBlank());
    }

    private static NoteForm read(Map<String, String> sent) {
        return NoteForm.read(
                name -> "draft".equals(name) ? Optional.of(DRAFT.toString()) : Optional.ofNullable(sent.get(name)));
    }
}
