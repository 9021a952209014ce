package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.access.Confidential;

/**
 * A letter as a file to keep, made for one answer and stored nowhere.
 *
 * @param name one that says nothing but the day
 */
public record DocumentFile(String name, byte[] content) implements Confidential {
    /** What it is. */
    public static final String TYPE = "application/pdf";

    public DocumentFile {
        content = content.clone();
    }

    static DocumentFile of(LocalDate day, String said, String by) {
        return new DocumentFile("letter-" + day + ".pdf", PdfLetter.of(day, said, by));
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "DocumentFile[redacted]";
    }
}
