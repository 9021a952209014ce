package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** Somebody has to decide about each entry before a copy of a record is handed over. */
@ApplicationException(rollback = true)
public class NotReviewed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReviewed() {
        super("not reviewed");
    }
}
