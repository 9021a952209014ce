package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** As many devices ask for this diary as may. */
@ApplicationException(rollback = true)
public class FeedsFull extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
