package org.safespaces.notes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A letter as PDF: the day, what was written, and who wrote it, on sheets of A4. Made in memory only. It says of itself that it is a
 * letter, and in which language; not who made it, when, or with what. Each line is tagged as a paragraph, so that it can be read aloud;
 * the same letter is the same file each time.
 */
final class PdfLetter implements AutoCloseable {
    /** Latin, Greek and Cyrillic; the library brings it. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What is attached to a copy. */
    private static final String DATA = "copy.json";

    private static final int KEY_BITS = 256;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** An empty box, for what the font has no picture of. */
    private static final int MISSING = 0x25A1;

    // in points, 72 to the inch
    private static final float SIZE = 11;
    private static final float LINE = 16;
    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
    private final List<COSArray> marked = new ArrayList<>();
    private final TrueTypeFont drawn;
    private final CmapLookup glyphs;
    private final PDFont font;

    private PDPage page;
    private PDPageContentStream content;
    private float height;

    private PdfLetter() throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            drawn = new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
        // letters stay one by one: what is copied out of the file is what was written
        drawn.setEnableGsub(false);
        glyphs = drawn.getUnicodeCmapLookup();
        font = PDType0Font.load(document, drawn, true);
    }

    /**
     * The file.
     *
     * @param day it was finished on
     * @param said in lines; a line that is too long for the sheet is broken between words
     * @param by who wrote it, as she is shown
     */
    static byte[] of(LocalDate day, String said, String by) {
        try (PdfLetter letter = new PdfLetter()) {
            return letter.made("Letter", day, said, by);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("a letter could not be made", inMemory);
        }
    }

    /**
     * A copy of a record: the same, and locked with AES of 256 bits. Whoever has the phrase may do everything with it.
     *
     * @param data the same for another system to read; attached inside of what is locked
     */
    static byte[] locked(LocalDate day, String said, String by, String phrase, byte[] data) {
        try (PdfLetter letter = new PdfLetter()) {
            letter.attach(data);
            letter.lock(phrase);
            return letter.made("Copy", day, said, by);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("a copy could not be made", inMemory);
        }
    }

    private void attach(byte[] data) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(data));
        file.setSubtype("application/json");
        file.setSize(data.length);
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(DATA);
        named.setFileUnicode(DATA);
        named.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(DATA, named));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private void lock(String phrase) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(phrase, phrase, new AccessPermission());
        policy.setEncryptionKeyLength(KEY_BITS);
        policy.setPreferAES(true);
        document.protect(policy);
    }

    private byte[] made(String title, LocalDate day, String said, String by) throws IOException {
        describe(title, day);
        turn();
        write(DAY.format(day));
        skip();
        for (String line : said.lines().toList()) {
            write(line);
        }
        skip();
        write(by);
        content.close();
        number();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    /** What the file says of itself. */
    private void describe(String title, LocalDate day) {
        // instead of the time of day, and so the same each time
        document.setDocumentId(day.toEpochDay());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en-GB");
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(tagged);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        tree.appendKid(whole);
    }

    /** A line as it was typed; blank for a gap. */
    private void write(String typed) throws IOException {
        String line = drawable(typed);
        if (line.isBlank()) {
            skip();
            return;
        }
        PDStructureElement paragraph = new PDStructureElement(StandardStructureTypes.P, whole);
        whole.appendKid(paragraph);
        mark(paragraph);
        for (String part : broken(line)) {
            if (isFull()) {
                content.endMarkedContent();
                turn();
                mark(paragraph);
            }
            height -= LINE;
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(MARGIN, height);
            content.showText(part);
            content.endText();
        }
        content.endMarkedContent();
    }

    private void skip() {
        height -= LINE;
    }

    private boolean isFull() {
        return height - LINE < MARGIN;
    }

    /** The next sheet. */
    private void turn() throws IOException {
        if (content != null) {
            content.close();
        }
        page = new PDPage(PDRectangle.A4);
        page.setStructParents(marked.size());
        document.addPage(page);
        marked.add(new COSArray());
        content = new PDPageContentStream(document, page);
        height = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** What follows on this sheet belongs to that paragraph. */
    private void mark(PDStructureElement paragraph) throws IOException {
        if (isFull()) {
            turn();
        }
        COSArray onThisPage = marked.get(marked.size() - 1);
        PDMarkedContentReference piece = new PDMarkedContentReference();
        piece.setPage(page);
        piece.setMCID(onThisPage.size());
        paragraph.setPage(page);
        paragraph.appendKid(piece);
        content.beginMarkedContent(COSName.P, onThisPage.size());
        onThisPage.add(paragraph.getCOSObject());
    }

    /** The way back from what stands on a sheet to its paragraph. */
    private void number() {
        Map<Integer, COSObjectable> numbers = new HashMap<>();
        for (int sheet = 0; sheet < marked.size(); sheet++) {
            numbers.put(sheet, new PDParentTreeValue(marked.get(sheet)));
        }
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        parents.setNumbers(numbers);
        tree.setParentTree(parents);
        tree.setParentTreeNextKey(marked.size());
    }

    /** What the font can draw of it; a box for each character that it cannot. */
    private String drawable(String typed) {
        StringBuilder line = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (Character.isWhitespace(point) || type == Character.CONTROL) {
                line.append(' ');
            } else if (glyphs.getGlyphId(point) != 0) {
                line.appendCodePoint(point);
            } else if (type == Character.SPACE_SEPARATOR) {
                line.append(' ');
            } else if (!changesOnlyItsNeighbour(point, type)) {
                line.appendCodePoint(MISSING);
            }
        });
        return line.toString().stripTrailing();
    }

    /** Joiners, and choices between two ways to draw the character before. */
    private static boolean changesOnlyItsNeighbour(int point, int type) {
        return type == Character.FORMAT || point >= 0xFE00 && point <= 0xFE0F;
    }

    /** Broken between words; within one only where it is wider than the sheet. */
    private List<String> broken(String line) throws IOException {
        List<String> parts = new ArrayList<>();
        String rest = line;
        while (!fits(rest)) {
            int end = longestThatFits(rest);
            int space = rest.lastIndexOf(' ', end);
            int at = space > 0 && !rest.substring(0, space).isBlank() ? space : end;
            parts.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    /** How many of its characters fit beside each other; one at least. */
    private int longestThatFits(String text) throws IOException {
        int least = Character.charCount(text.codePointAt(0));
        int most = text.length();
        while (most - least > 1) {
            int middle = (least + most) / 2;
            if (fits(text.substring(0, middle))) {
                least = middle;
            } else {
                most = middle;
            }
        }
        boolean halved = Character.isHighSurrogate(text.charAt(least - 1));
        return halved && least > 1 ? least - 1 : least;
    }

    private boolean fits(String text) throws IOException {
        return font.getStringWidth(text) / 1000 * SIZE <= WIDTH;
    }

    @Override
    public void close() throws IOException {
        document.close();
        drawn.close();
    }
}
