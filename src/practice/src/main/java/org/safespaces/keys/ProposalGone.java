package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The proposal was withdrawn, or somebody signed it or another one first. */
@ApplicationException(rollback = true)
public class ProposalGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProposalGone() {
        super("no such proposal any more");
    }
}
