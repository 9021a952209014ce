package org.safespaces.notes;

import java.time.Duration;
import java.util.List;
import org.safespaces.access.Confidential;
import org.safespaces.people.ClientSummary;

/**
 * What a search came to.
 *
 * @param clients whose designation is like what was looked for; nothing is opened for that
 * @param hits at most {@link NoteSearch#MOST_SHOWN}, newest first
 * @param matching how many notes matched, shown or not
 * @param searched how many notes were gone through
 * @param left how many, the oldest, were not: there were too many, or it took too long
 * @param unopened how many did not open, and so were not searched either
 */
public record Found(
        List<ClientSummary> clients, List<Hit> hits, int matching, int searched, int left, int unopened, Duration took)
        implements Confidential {
    public Found {
        clients = List.copyOf(clients);
        hits = List.copyOf(hits);
    }

    @Override
    public String toString() {
        return "Found[redacted]";
    }
}
