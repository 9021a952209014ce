package org.safespaces.vault;

import java.util.List;

/**
 * A new epoch with its grants, to be stored in one transaction.
 *
 * @param epoch the signed record
 * @param grants one for each holder, and for each code
 */
public record EpochDraft(CaseEpoch epoch, List<Grant> grants) {
    public EpochDraft {
        grants = List.copyOf(grants);
    }
}
