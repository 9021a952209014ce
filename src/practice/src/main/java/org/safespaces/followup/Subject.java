package org.safespaces.followup;

import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * What a task is about, by number: where it is kept, and nothing of what it says.
 *
 * @param kind who keeps it
 */
public record Subject(Kind kind, UUID id) {
    /** What there is to be about. */
    public enum Kind {
        /** Something a stranger sent, which nobody has accepted. */
        ENQUIRY,
        /** A client's record. */
        CASE
    }

    public static Subject enquiry(UUID id) {
        return new Subject(Kind.ENQUIRY, id);
    }

    public static Subject of(CaseId id) {
        return new Subject(Kind.CASE, id.value());
    }
}
