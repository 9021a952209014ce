package org.safespaces.access;

import java.time.LocalDate;
import java.util.List;
import org.safespaces.keys.Standing;

/**
 * What a therapist can open, by designation.
 *
 * @param own clients of hers
 * @param alone those of them who have no other therapist at work
 * @param covers what she covers at this moment
 * @param readsEnquiries whether enquiries are sealed to her
 * @param otherReaders how many others they are sealed to who are at work
 */
public record Reach(
        String name,
        boolean suspended,
        Standing vault,
        List<String> own,
        List<String> alone,
        List<Covered> covers,
        boolean readsEnquiries,
        int otherReaders) {
    public Reach {
        own = List.copyOf(own);
        alone = List.copyOf(alone);
        covers = List.copyOf(covers);
    }

    /** A client of a colleague's, and the last day on which she may open her record. */
    public record Covered(String designation, LocalDate until) {}
}
