package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * What becomes of one entry of a record in a copy of it.
 *
 * @param reason why it is left out, or words of it are; empty where it is shared
 * @param text what is shown instead of the entry; empty unless words are taken out
 */
public record CopyChoice(Decision decision, String reason, String text) implements Confidential {
    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 1_000;

    /** The most characters of what is shown instead: with the reason it still fits its envelope. */
    public static final int LONGEST_TEXT = CaseNotes.LONGEST - LONGEST_REASON;

    /** Shared as it stands, shared without some of its words, or not at all. */
    public enum Decision {
        SHARE,
        REDACT,
        WITHHOLD
    }

    /** Whoever leaves something out says why. */
    public boolean fits() {
        return decision != null
                && reason != null
                && text != null
                && reason.length() <= LONGEST_REASON
                && text.length() <= LONGEST_TEXT
                && (decision == Decision.SHARE || !reason.isBlank())
                && (decision == Decision.REDACT) != text.isBlank();
    }

    @Override
    public String toString() {
        return "CopyChoice[redacted]";
    }
}
