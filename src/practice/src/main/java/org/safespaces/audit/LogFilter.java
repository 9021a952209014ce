package org.safespaces.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which lines of the log are asked for; what is empty leaves out none.
 *
 * @param who how the id of whoever acted begins
 * @param until the first moment that is out again
 */
public record LogFilter(
        Optional<String> who,
        Optional<String> role,
        Optional<AuditAction> action,
        Optional<String> kind,
        Optional<Instant> from,
        Optional<Instant> until) {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f][0-9a-f-]{0,35}");

    public static final LogFilter ALL = new LogFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Can this be how an id begins? */
    public static boolean isBeginning(String text) {
        return BEGINNING.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
