package org.safespaces.vault;

import java.util.List;

/**
 * The stored epochs and grants of a case, as the vault asks for them; the surroundings implement it over the main database. Nothing
 * in the answers is trusted: the vault verifies every one.
 *
 * <p>Rows of past epochs must stay as long as the case: they prove that whoever wrote a note, or began an epoch, was a holder then.
 * Once their erasure key is destroyed they open nothing.
 */
public interface Grants {
    /** All epochs of this part, in any order. */
    List<CaseEpoch> epochs(CasePart part);

    /** All grants of this part, of every epoch, in any order. */
    List<Grant> grants(CasePart part);
}
