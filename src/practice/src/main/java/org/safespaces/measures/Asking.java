package org.safespaces.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * What has been agreed on about one measure.
 *
 * @param id of this agreement; another one begins anew
 * @param weeks of {@link Rhythm#EVERY_FEW_WEEKS}, how many
 * @param from the first day, where the client is
 * @param until the last one; empty for until somebody says otherwise
 * @param stoppedOn when the client said "stop asking"; empty when she did not
 * @param declined forms to which she said "not this time", the newest last
 * @param told forms of which she has been let know, the newest last
 */
public record Asking(
        UUID id,
        String measure,
        Rhythm rhythm,
        int weeks,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<LocalDate> stoppedOn,
        List<Declined> declined,
        List<UUID> told)
        implements Confidential {
    /** The most weeks there can be between two forms. */
    public static final int MOST_WEEKS = 12;

    private static final int KEPT = 12;

    /** A form to which the client said "not this time". */
    public record Declined(UUID form, LocalDate day) implements Confidential {
        @Override
        public String toString() {
            return "Declined[redacted]";
        }
    }

    static Asking begun(UUID id, String measure, Rhythm rhythm, int weeks, LocalDate from, Optional<LocalDate> until) {
        return new Asking(id, measure, rhythm, weeks, from, until, Optional.empty(), List.of(), List.of());
    }

    boolean isDeclined(UUID form) {
        return declined.stream().anyMatch(one -> one.form().equals(form));
    }

    Asking declining(UUID form, LocalDate day) {
        return new Asking(
                id, measure, rhythm, weeks, from, until, stoppedOn, last(declined, new Declined(form, day)), told);
    }

    Asking stopped(LocalDate day) {
        return new Asking(id, measure, rhythm, weeks, from, until, Optional.of(day), declined, told);
    }

    Asking telling(UUID form) {
        return new Asking(id, measure, rhythm, weeks, from, until, stoppedOn, declined, last(told, form));
    }

    /** What is kept has an end: an old form cannot open again. */
    private static <T> List<T> last(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    @Override
    public String toString() {
        return "Asking[redacted]";
    }
}
