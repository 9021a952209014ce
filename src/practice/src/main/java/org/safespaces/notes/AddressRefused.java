package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** What was typed leads to an image in which somebody may have been under 18. Nothing of it was kept. */
@ApplicationException(rollback = true)
public class AddressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("refused");
    }
}
