package org.safespaces.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * A message about an enquiry, opened for whoever may read it.
 *
 * @param hers the person who sent the enquiry wrote it; else somebody of the practice
 * @param forColleagues between readers: she never sees it
 * @param at the moment, for readers; empty where it does not open
 * @param by which colleague wrote it, if one did
 * @param said what it says; empty where it does not open, because it is not what was sealed there
 * @param places who can help, by their ids in the directory; empty in most
 */
public record Message(
        boolean hers,
        boolean forColleagues,
        LocalDate day,
        Optional<Instant> at,
        Optional<TherapistId> by,
        Optional<String> said,
        List<String> places)
        implements Confidential {
    public Message {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "Message[redacted]";
    }
}
