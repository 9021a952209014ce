package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;
import java.util.EnumSet;
import java.util.Set;

/** Terms of a kind of session that cannot stand so. Nothing has changed. */
@ApplicationException(rollback = true)
public class TermsDoNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What of it. */
    public enum Part {
        NAME,
        /** Another kind that is offered has this name. */
        NAME_TAKEN,
        LENGTH,
        BEFORE,
        AFTER,
        FEE,
        NOTICE,
        HORIZON,
        CAP,
        CANCELLATION
    }

    private final EnumSet<Part> parts;

    TermsDoNotFit(Set<Part> parts) {
        super("terms do not fit");
        this.parts = EnumSet.copyOf(parts);
    }

    public Set<Part> parts() {
        return Set.copyOf(parts);
    }
}
