package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** Something that has to be answered is not, or the enquiry is not open to this person; the page asks again. */
@ApplicationException(rollback = true)
public class NotComplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String page;

    NotComplete(String page) {
        super("not complete");
        this.page = page;
    }

    /** The page to go back to. */
    public String page() {
        return page;
    }
}
