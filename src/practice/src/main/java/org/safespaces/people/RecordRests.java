package org.safespaces.people;

import jakarta.ejb.ApplicationException;

/** The record rests for the time being: nothing is written in it, and nothing was kept. */
@ApplicationException(rollback = true)
public class RecordRests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordRests() {
        super("the record rests");
    }
}
