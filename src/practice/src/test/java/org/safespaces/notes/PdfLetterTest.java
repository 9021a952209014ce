package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A letter as PDF: it says what was written, and of itself next to nothing. */
class PdfLetterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String BY = "Tall Rowan";

    @Test
    void itSaysTheDayWhatWasWrittenAndByWhom() throws IOException {
        String read = read(
                "Dear Zo\u00EB,\n\nthe office finally waffled: \u00A350, \u201Cna\u00EFve\u201D, Ji\u0159\u00ED, Stra\u00DFe.");

        assertEquals(
                "23 November 2026\nDear Zo\u00EB,\nthe office finally waffled: \u00A350, \u201Cna\u00EFve\u201D, Ji\u0159\u00ED, Stra\u00DFe.\nTall Rowan\n",
                read);
    }

    @Test
    void whatTheFontCannotDrawIsABox() throws IOException {
        assertTrue(read("a \u2764\uFE0F b \uD83D\uDE00 c \u4E2D d").contains("\u25A1"));
        assertTrue(read("one\uD83D\uDE00two").contains("one\u25A1two"));
        assertTrue(read("joined\u200D, soft\u00AD and\tspaced\u2003out").contains("joined"));
    }

    @Test
    void nothingThatCanBeTypedStopsIt() throws IOException {
        StringBuilder every = new StringBuilder();
        for (int point = 1; point < 0x20000; point++) {
            if (Character.isDefined(point) && (point < 0xD800 || point > 0xDFFF)) {
                every.appendCodePoint(point);
            }
        }
        assertTrue(read(every.substring(0, 20_000)).contains("abcdefghij"));
        assertTrue(read(every.substring(every.length() - 20_000)).contains("\u25A1"));
        assertTrue(read("").contains(BY));
    }

    @Test
    void longLinesAreBrokenBetweenWordsAndLongLettersGoOnToTheNextSheet() throws IOException {
        String line = "word ".repeat(60).strip();
        String read = read((line + "\n\n").repeat(40) + "x".repeat(400));

        assertTrue(read.lines().allMatch(each -> each.length() < 120), "nothing runs over the edge");
        assertEquals(60 * 40, read.split("\\bword\\b", -1).length - 1, "nothing is lost");
        assertEquals(400, read.chars().filter(each -> each == 'x').count());
        try (PDDocument document = Loader.loadPDF(PdfLetter.of(DAY, (line + "\n").repeat(100), BY))) {
            assertTrue(document.getNumberOfPages() > 5);
        }
    }

    @Test
    void ofItselfItSaysThatItIsALetterAndNothingElse() throws IOException {
        byte[] file = PdfLetter.of(DAY, "said", BY);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertEquals(
                    Set.of(COSName.TITLE),
                    document.getDocumentInformation().getCOSObject().keySet());
            assertEquals("Letter", document.getDocumentInformation().getTitle());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            assertNull(document.getDocumentCatalog().getMetadata());
        }
        assertFalse(new String(file, StandardCharsets.ISO_8859_1).matches("(?is).*(safe ?spaces|therap|pdfbox).*"));
        assertEquals("letter-2026-11-23.pdf", DocumentFile.of(DAY, "said", BY).name());
    }

    @Test
    void itCanBeReadAloudAndItsFontIsInside() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfLetter.of(DAY, "One.\n\nTwo.", BY))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals(
                    1,
                    document.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getParentTree()
                            .getNumbers()
                            .size());
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
            }
        }
    }

    @Test
    void theSameLetterIsTheSameFile() {
        assertArrayEquals(PdfLetter.of(DAY, "said", BY), PdfLetter.of(DAY, "said", BY));
    }

    private static String read(String said) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfLetter.of(DAY, said, BY))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
