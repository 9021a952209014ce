package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;

/**
 * The words a client decides on. They never change: other words are another consent.
 *
 * @param recipient who would be told
 * @param share what that one may be told
 * @param withheld what not
 * @param until the last day on which it counts; empty for as long as the record is open
 */
public record ConsentTerms(Purpose purpose, String recipient, String share, String withheld, Optional<LocalDate> until)
        implements Confidential {
    /** The most UTF-16 units a text of it may have. */
    public static final int LONGEST = 300;

    /** What it is for. */
    public enum Purpose {
        /** She has read how information is used, and where confidentiality ends. */
        NOTICE,
        SURGERY,
        POLICE,
        HELPLINE,
        SERVICE,
        PERSON,
        /** Numbers only, of many people. */
        COUNTS
    }

    boolean fits() {
        return !share.isBlank() && Stream.of(recipient, share, withheld).allMatch(text -> text.length() <= LONGEST);
    }

    @Override
    public String toString() {
        return "ConsentTerms[redacted]";
    }
}
