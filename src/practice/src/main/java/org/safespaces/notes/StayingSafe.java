package org.safespaces.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;

/**
 * A staying-safe plan, made by client and therapist together, in her words. Any step may be empty; nothing in it is counted or graded.
 * Source: measures.md 10.
 *
 * @param noticing how she notices it starting
 * @param myself what she can do by herself
 * @param elsewhere places and company that take her mind elsewhere
 * @param people whom she can tell
 * @param services whom she can call, by their ids in the directory: numbers are never copied
 * @param others whom else she can call, in her words: her surgery, her therapist's hours
 * @param safer what makes where she is safer
 * @param keeping where she keeps the plan
 * @param found whether somebody else could find it there, in her words
 * @param review when they look at it again
 * @param ended it was looked at when therapy ended
 */
public record StayingSafe(
        List<String> noticing,
        List<String> myself,
        List<String> elsewhere,
        List<PlanPerson> people,
        List<String> services,
        List<String> others,
        List<String> safer,
        Keeping keeping,
        String found,
        Optional<LocalDate> review,
        boolean ended)
        implements Confidential {
    /** The most lines a step may have. */
    public static final int MOST_LINES = 10;

    /** The most people, and the most services. */
    public static final int MOST_PEOPLE = 6;

    /** The most UTF-16 units a line may have. */
    public static final int LONGEST_LINE = 200;

    public static final StayingSafe EMPTY = new StayingSafe(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Keeping.NOT_SAID,
            "",
            Optional.empty(),
            false);

    /** Where she keeps it. */
    public enum Keeping {
        NOT_SAID,
        PAPER,
        /** In a note with a plain title. */
        NOTE,
        /** Only here. */
        HERE
    }

    public StayingSafe {
        noticing = List.copyOf(noticing);
        myself = List.copyOf(myself);
        elsewhere = List.copyOf(elsewhere);
        people = List.copyOf(people);
        services = List.copyOf(services);
        others = List.copyOf(others);
        safer = List.copyOf(safer);
    }

    /** Whether each part fits where it is kept. */
    boolean fits() {
        boolean lines = Stream.of(noticing, myself, elsewhere, services, others, safer)
                .allMatch(step -> step.size() <= MOST_LINES && step.stream().allMatch(StayingSafe::fits));
        return lines
                && fits(found)
                && people.size() <= MOST_PEOPLE
                && people.stream().allMatch(person -> fits(person.name()) && fits(person.way()));
    }

    private static boolean fits(String line) {
        return line.length() <= LONGEST_LINE;
    }

    @Override
    public String toString() {
        return "StayingSafe[redacted]";
    }
}
