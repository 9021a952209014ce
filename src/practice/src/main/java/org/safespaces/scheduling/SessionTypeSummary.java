package org.safespaces.scheduling;

import java.util.UUID;

/**
 * A kind of session as an admin sees it.
 *
 * @param version goes up with every change of it
 * @param offered withdrawn ones stay, for what was booked
 */
public record SessionTypeSummary(UUID id, int version, boolean offered, SessionTypeTerms terms) {}
