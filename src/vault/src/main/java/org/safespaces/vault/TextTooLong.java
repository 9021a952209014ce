package org.safespaces.vault;

/** The text does not fit the largest size class that its place allows. Says so without quoting any of it. */
public final class TextTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TextTooLong() {
        super("text too long");
    }
}
