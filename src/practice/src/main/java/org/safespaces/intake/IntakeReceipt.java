package org.safespaces.intake;

import org.safespaces.access.Confidential;

/** The one thing a person gets for what she sent: her code, shown once. */
public record IntakeReceipt(String code) implements Confidential {
    @Override
    public String toString() {
        return "IntakeReceipt[redacted]";
    }
}
