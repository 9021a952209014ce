package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** Somebody, perhaps the author in another window, has added a version in the meantime. */
@ApplicationException(rollback = true)
public class NoteChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoteChanged() {
        super("note changed");
    }
}
