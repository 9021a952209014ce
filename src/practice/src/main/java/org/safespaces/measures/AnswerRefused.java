package org.safespaces.measures;

import jakarta.ejb.ApplicationException;

/** A form cannot have been answered so: nothing of it is kept. */
@ApplicationException(rollback = true)
public class AnswerRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerRefused() {
        super("no answer of this form");
    }
}
