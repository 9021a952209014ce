package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The offer was answered or taken back before. */
@ApplicationException(rollback = true)
public class OfferGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OfferGone() {
        super("offer gone");
    }
}
