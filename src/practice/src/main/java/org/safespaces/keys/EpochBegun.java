package org.safespaces.keys;

import org.safespaces.people.CaseId;
import org.safespaces.vault.Disclosure;

/**
 * A case has new keys, and the old ones end with this transaction. Whoever keeps anything sealed under the keys of a case observes
 * this and moves what he keeps ({@link org.safespaces.vault.Vault#rewrapping}), all of it, or throws: what stays behind opens for
 * nobody again.
 *
 * @param why lets the compartments of this case be moved
 */
public record EpochBegun(CaseId caseId, Disclosure why) {}
