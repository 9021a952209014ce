package org.safespaces.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * A message of a case, opened for whoever may read it.
 *
 * @param hers she wrote it; else somebody of the practice
 * @param day when it was written; where it does not open, when it was put into the case
 * @param at the moment; empty where it does not open
 * @param by which therapist wrote it, if one did
 * @param said empty where it does not open
 * @param whole whether the messages around it match their seal
 * @param unread she wrote it, and nobody who holds her case has opened it yet
 */
public record KeptMessage(
        boolean hers,
        LocalDate day,
        Optional<Instant> at,
        Optional<TherapistId> by,
        Optional<String> said,
        boolean whole,
        boolean unread)
        implements Confidential {

    static KeptMessage closed(boolean hers, LocalDate day) {
        return new KeptMessage(hers, day, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    KeptMessage stillUnread() {
        return new KeptMessage(true, day, at, by, said, whole, true);
    }

    /** In the order they were written: what she writes joins the record later than that. Those of one moment stay as they lie. */
    static List<KeptMessage> inOrder(List<KeptMessage> messages) {
        return messages.stream()
                .sorted(Comparator.comparing(KeptMessage::moment))
                .toList();
    }

    private Instant moment() {
        return at.orElseGet(() -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public String toString() {
        return "KeptMessage[redacted]";
    }
}
