package org.safespaces.intake;

/** The one thing a person gets for what she sent: her code, shown once. */
public record IntakeReceipt(String code) {
    @Override
    public String toString() {
        return "IntakeReceipt[redacted]";
    }
}
