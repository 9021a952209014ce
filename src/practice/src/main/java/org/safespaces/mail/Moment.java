package org.safespaces.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * When a letter goes, by what its reader allows: at once, or at the next safe moment. A reminder goes at the moment it is meant for, or
 * at the last safe one before; one that has missed both goes at the next, as long as it says something still.
 */
public final class Moment {
    private Moment() {}

    /** From now on; empty when no moment is left. */
    static Optional<Instant> of(Addressee reader, Instant now, Optional<Instant> aim, Instant notAfter) {
        return aim.filter(now::isBefore)
                .flatMap(reader::last)
                .filter(moment -> !moment.isBefore(now))
                .or(() -> reader.next(now))
                .filter(moment -> !moment.isAfter(notAfter));
    }

    /** Would a reminder that is meant for then find a moment, seen from now? */
    public static boolean isThereFor(Letter reminder, Addressee reader, Instant now, Instant aim, Instant notAfter) {
        Instant earliest = aim.minus(reminder.reach());
        return of(reader, now.isAfter(earliest) ? now : earliest, Optional.of(aim), notAfter)
                .isPresent();
    }
}
