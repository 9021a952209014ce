package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;

/** A copy of a record as a file: it opens with its words only, and what was left out is nowhere in it. */
class CopyFileTest {
    private static final String PHRASE = "amber bucket candle dapper eagle fabric";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void itOpensWithItsWordsOnlyAndSaysWhatWasDecided() throws IOException {
        CopyFile file = new CopyFile(DAY, "Tall Rowan", new Words());
        file.add(item("shared", CopyChoice.Decision.SHARE, ""));
        file.add(item("Mabel", CopyChoice.Decision.REDACT, "somebody"));
        file.add(item("hidden", CopyChoice.Decision.WITHHOLD, ""));

        byte[] content = file.locked(PHRASE);

        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(content));
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(content, PHRASE.replace("amber", "ember")));
        try (PDDocument read = Loader.loadPDF(content, PHRASE)) {
            assertEquals(256, read.getEncryption().getLength());
            assertEquals("Copy", read.getDocumentInformation().getTitle());
            String text = new PDFTextStripper().getText(read);
            String data = new String(
                    read.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("copy.json")
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            for (String whole : List.of(text, data)) {
                assertTrue(whole.contains("shared"), whole);
                assertTrue(whole.contains("somebody"), whole);
                assertFalse(whole.contains("Mabel") || whole.contains("hidden"), whole);
            }
        }
        String raw = new String(content, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("somebody") || raw.contains("Copy") || raw.contains("en-GB"), "nothing is in clear");
    }

    @Test
    void nothingGoesOutThatNobodyHasDecidedAbout() {
        CopyFile file = new CopyFile(DAY, "Tall Rowan", new Words());
        CopyItem undecided = new CopyItem(
                UUID.randomUUID(),
                ItemKind.NOTE,
                DisclosureClass.DISCLOSABLE,
                false,
                List.of(new CopyItem.Version(1, DAY, new TherapistId(UUID.randomUUID()), "said")),
                Optional.empty(),
                0);

        assertThrows(NotReviewed.class, () -> file.add(undecided));
    }

    private static CopyItem item(String said, CopyChoice.Decision decision, String instead) {
        return new CopyItem(
                UUID.randomUUID(),
                ItemKind.NOTE,
                DisclosureClass.DISCLOSABLE,
                false,
                List.of(new CopyItem.Version(1, DAY, new TherapistId(UUID.randomUUID()), said)),
                Optional.of(new CopyChoice(decision, "", instead)),
                1);
    }

    /** The least that a page does. */
    private static final class Words implements CopyText {
        @Override
        public String title(CopyItem item) {
            return "Note";
        }

        @Override
        public String text(CopyItem item) {
            return item.versions().get(0).document();
        }

        @Override
        public String head(int shared, int redacted, int withheld) {
            return "A copy";
        }
    }
}
