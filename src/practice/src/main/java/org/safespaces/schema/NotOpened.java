package org.safespaces.schema;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;

/** The server was started without one of its databases, and waits for it. Nothing was done. */
@ApplicationException(rollback = true)
public class NotOpened extends EJBException {
    private static final long serialVersionUID = 1L;

    NotOpened() {
        super("not opened yet");
    }
}
