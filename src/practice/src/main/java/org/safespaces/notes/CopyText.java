package org.safespaces.notes;

/** How an entry reads in a copy: its words are the page's, as everywhere. */
public interface CopyText {
    /** What it is, in a line. */
    String title(CopyItem item);

    /** What it says, all versions of it. */
    String text(CopyItem item);

    /** What stands above all entries. */
    String head(int shared, int redacted, int withheld);
}
