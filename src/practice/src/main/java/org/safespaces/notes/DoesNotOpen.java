package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** What is stored is not what was signed and sealed, or not where it belongs: it opens for nobody. Recorded when it is thrown. */
@ApplicationException(rollback = true)
public class DoesNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoesNotOpen() {
        super("does not open");
    }
}
