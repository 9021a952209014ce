package org.safespaces.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Somebody who may be written to, and what she allows. Holds good for the moment it was asked for. */
public interface Addressee {
    String address();

    /** Does she want this letter at all? */
    boolean wants(Letter letter);

    /** The first moment from then on at which a letter is safe; then itself, if it is. Empty when none comes within a week. */
    Optional<Instant> next(Instant then);

    /** The last moment up to then at which a letter is safe; then itself, if it is. Empty when there was none in the week before. */
    Optional<Instant> last(Instant then);

    /** The moment at which so much time has passed in which she may be written to. Empty when less than that comes within a week. */
    Optional<Instant> spent(Duration time, Instant then);

    /** In which zone a reminder may tell her the time; empty where no letter may say one. */
    Optional<ZoneId> timesToldIn();
}
