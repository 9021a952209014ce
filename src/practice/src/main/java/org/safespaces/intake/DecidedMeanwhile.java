package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** Something was decided about the enquiry since the page was shown on which somebody decides: she looks again first. */
@ApplicationException(rollback = true)
public class DecidedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecidedMeanwhile() {
        super("decided meanwhile");
    }
}
