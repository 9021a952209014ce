package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

class NoteDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T14:52:00Z");
    private static final UUID NOTE = UUID.randomUUID();

    @Test
    void whatIsWrittenIsReadAgain() {
        UUID appointment = UUID.randomUUID();
        WrittenNote note = new WrittenNote(
                ItemKind.NOTE,
                "dap",
                List.of(new NotePart("Data", "said \"no\"\nand left"), new NotePart("Plan", "")),
                DisclosureClass.CLIENT_VISIBLE,
                Optional.of(appointment),
                Optional.empty());

        OpenNote read =
                read(NoteStanding.LOCKED, NoteDocument.write(note, NoteStanding.LOCKED, NOW, Optional.of("why")));

        assertEquals(note.parts(), read.parts());
        assertEquals("Data\nsaid \"no\"\nand left", read.said());
        assertEquals("dap", read.template());
        assertEquals(DisclosureClass.CLIENT_VISIBLE, read.disclosure());
        assertEquals(Optional.of(appointment), read.appointment());
        assertEquals(Optional.of(NOW), read.at());
        assertEquals(Optional.of("why"), read.reason());
        assertTrue(read.whole());
    }

    @Test
    void aNoteFromBeforeThereWereTemplatesReadsAsItDid() {
        OpenNote read = read(NoteStanding.LOCKED, ClearText.of("{\"said\":\"as it was\"}"));

        assertEquals("as it was", read.said());
        assertEquals(List.of(NotePart.plain("as it was")), read.parts());
        assertEquals(DisclosureClass.DISCLOSABLE, read.disclosure());
        assertEquals(Optional.empty(), read.at());
        assertTrue(read.whole(), "it was locked, as all were");
    }

    @Test
    void aRowThatSaysSomethingElseThanTheTextDoesNotMatch() {
        WrittenNote note = WrittenNote.plain("text", null);

        assertFalse(read(NoteStanding.SIGNED, NoteDocument.write(note, NoteStanding.LOCKED, NOW, Optional.empty()))
                .whole());
        assertFalse(
                read(NoteStanding.SIGNED, ClearText.of("{\"said\":\"old\"}")).whole());
        assertFalse(NoteDocument.read(
                        summary(NoteStanding.LOCKED, Optional.of(UUID.randomUUID())),
                        NoteDocument.write(note, NoteStanding.LOCKED, NOW, Optional.empty()),
                        true)
                .whole());
    }

    @Test
    void aDraftIsReadAgainWithWhatItIsToBecome() {
        UUID of = UUID.randomUUID();
        WrittenNote note = new WrittenNote(
                ItemKind.PROCESS,
                WrittenNote.FREE,
                List.of(NotePart.plain("half")),
                DisclosureClass.PROCESS,
                Optional.empty(),
                Optional.of(NOTE));
        DraftText draft = new DraftText(note, Optional.of(of), 3, "because");

        assertEquals(draft, StoredDrafts.read(StoredDrafts.write(draft)));
    }

    private static OpenNote read(NoteStanding standing, ClearText text) {
        return NoteDocument.read(summary(standing, Optional.empty()), text, true);
    }

    private static NoteSummary summary(NoteStanding standing, Optional<UUID> beside) {
        return new NoteSummary(
                NOTE,
                ItemKind.NOTE,
                1,
                LocalDate.EPOCH,
                new TherapistId(UUID.randomUUID()),
                "0000 0000",
                standing,
                beside);
    }
}
