package org.safespaces.access;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who can open a client's record now.
 *
 * @param first of a cover: its first day, and {@code last} its last
 */
public record Opener(String name, Kind kind, Optional<LocalDate> first, Optional<LocalDate> last) {
    /** By what right. */
    public enum Kind {
        THERAPIST,
        COVER,
        /** A cover that begins on a later day: the key is there, the server does not let her in yet. */
        COVER_LATER,
        /** Asked to take over: the key is there, the server does not let her in yet. */
        ASKED
    }
}
