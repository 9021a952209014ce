package org.safespaces.keys;

import org.safespaces.people.CaseId;
import org.safespaces.vault.Disclosure;

/**
 * A colleague has been given the keys of a case beside its holder. Whoever keeps something that was sealed to its holders one by one
 * observes this and seals it under the keys of the case, or the colleague will not open it.
 *
 * @param why lets the compartments of this case be opened for that
 */
public record CaseShared(CaseId caseId, Disclosure why) {}
