package org.safespaces.keys;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something about keys that has happened since a therapist last said that she knows.
 *
 * @param name of whom it tells; empty for keys on paper, and for the list
 * @param you it is about herself
 * @param version of the list, where it tells of the list; else 0
 * @param noticedOn the day her vault noticed
 */
public record KeyNews(Kind kind, Optional<String> name, boolean you, int version, LocalDate noticedOn) {
    /** What has happened. */
    public enum Kind {
        /** Keys were published; nobody has vouched for them yet. */
        PUBLISHED,
        /** Somebody vouched for keys. */
        VOUCHED,
        /** Another list of recipients is in force. */
        LIST_CHANGED
    }
}
