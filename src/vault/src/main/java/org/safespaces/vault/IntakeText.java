package org.safespaces.vault;

/** An enquiry in the clear: what she wrote, and who she is, apart from each other as they will be sealed. */
public final class IntakeText implements AutoCloseable {
    private final ClearText clinical;
    private final ClearText identity;

    /** Takes both over: closed with this. */
    public IntakeText(ClearText clinical, ClearText identity) {
        this.clinical = clinical;
        this.identity = identity;
    }

    public ClearText clinical() {
        return clinical;
    }

    public ClearText identity() {
        return identity;
    }

    @Override
    public void close() {
        clinical.close();
        identity.close();
    }

    @Override
    public String toString() {
        return "IntakeText[redacted]";
    }
}
