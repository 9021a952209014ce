package org.safespaces.keys;

import org.safespaces.people.TherapistId;
import org.safespaces.vault.GrantPurpose;

/**
 * Who holds a case besides the one whose it is, and why.
 *
 * @param notAfter in epoch seconds, {@link org.safespaces.vault.Grant#NO_END} for no end; signed with the grant, so that no date
 *     in a table makes it longer
 */
public record Share(TherapistId who, GrantPurpose purpose, long notAfter) {}
