package org.safespaces.measures;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.safespaces.access.Confidential;

/**
 * The results of one measure beside each other.
 *
 * @param definition the newest under which there is one
 * @param results all of them, the earliest first; those without a total are gaps
 * @param first the first with a total, {@code latest} the last with one, {@code before} the one before that
 * @param sinceFirst how the latest differs from the first; empty while there is one total only
 * @param sinceBefore and from the one before
 */
public record Course(
        Definition definition,
        List<Result> results,
        Optional<Result> first,
        Optional<Result> before,
        Optional<Result> latest,
        Optional<Change> sinceFirst,
        Optional<Change> sinceBefore)
        implements Confidential {

    /** Of one measure; at least one result. */
    static Course of(List<Result> results, OptionalInt wobble) {
        List<Result> counted = results.stream()
                .filter(result -> result.score().total().isPresent())
                .toList();
        int last = counted.size() - 1;
        Optional<Result> first = counted.stream().findFirst();
        Optional<Result> latest = last < 0 ? Optional.empty() : Optional.of(counted.get(last));
        Optional<Result> before = last < 1 ? Optional.empty() : Optional.of(counted.get(last - 1));
        return new Course(
                results.get(results.size() - 1).definition(),
                List.copyOf(results),
                first,
                before,
                latest,
                last < 1 ? Optional.empty() : change(first, latest, wobble),
                change(before, latest, wobble));
    }

    private static Optional<Change> change(Optional<Result> earlier, Optional<Result> later, OptionalInt wobble) {
        return earlier.flatMap(from -> from.score().total())
                .flatMap(from -> later.flatMap(to -> to.score().total()).map(to -> Change.between(from, to, wobble)));
    }

    @Override
    public String toString() {
        return "Course[redacted]";
    }
}
