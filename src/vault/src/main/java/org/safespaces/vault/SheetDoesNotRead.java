package org.safespaces.vault;

/** What was typed from an escrow sheet is not what was printed. Says where to look, never what stands there. */
public final class SheetDoesNotRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    SheetDoesNotRead(int line) {
        super(line > 0 ? "line " + line + " does not read" : "the sheet is not complete, or its check does not fit");
        this.line = line;
    }

    /** Counted from 1; 0 when it is no single line: something is missing, or the check over the whole does not fit. */
    public int line() {
        return line;
    }
}
