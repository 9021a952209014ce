package org.safespaces.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** What letters tell of, asked at the moment of sending; implemented by whoever keeps it. */
public interface Occasions {
    /**
     * Is it still so that this reminder has to go?
     *
     * @param meant the moment for which the reminder was meant
     */
    boolean isStillSo(UUID subject, Letter letter, Instant meant);

    /** When it is, as it is said where the reader is: "Tuesday 10:00 (London time)". */
    String when(UUID subject, ZoneId reader);
}
