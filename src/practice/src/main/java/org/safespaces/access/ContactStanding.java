package org.safespaces.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.safespaces.people.ContactCard;

/**
 * How it stands with letters to a client, without where they go.
 *
 * @param letters whether she wants any
 * @param stops why none goes all the same
 * @param confirmedOn when her therapist last confirmed how she may be reached; empty while nobody has, and nothing is sent
 * @param due it is time to ask her again
 * @param notDelivered when a letter was given up last, within the past week
 */
public record ContactStanding(
        boolean letters,
        Set<ContactCard.Stop> stops,
        Optional<LocalDate> confirmedOn,
        boolean due,
        Optional<Instant> notDelivered) {
    public ContactStanding {
        stops = Set.copyOf(stops);
    }

    /** Does it ask for somebody to look? That letters are frozen is known to whoever has frozen them. */
    public boolean isNews() {
        return due
                || stops.contains(ContactCard.Stop.PAUSED)
                || stops.contains(ContactCard.Stop.STOPPED)
                || notDelivered.isPresent();
    }
}
