package org.safespaces.keys;

import org.safespaces.vault.ReturnCode;

/** A client's code, typed rightly, for this request: with its keys in clear. Whoever asked for it closes it. */
public final class OpenCode implements AutoCloseable {
    private final ReturnCode code;
    private final CodeHolder holder;

    OpenCode(ReturnCode code, CodeHolder holder) {
        this.code = code;
        this.holder = holder;
    }

    /** What it belongs to. */
    public CodeHolder holder() {
        return holder;
    }

    ReturnCode code() {
        return code;
    }

    @Override
    public void close() {
        code.close();
    }

    @Override
    public String toString() {
        return "OpenCode[redacted]";
    }
}
