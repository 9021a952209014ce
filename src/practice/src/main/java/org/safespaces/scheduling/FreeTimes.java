package org.safespaces.scheduling;

import java.util.List;
import org.safespaces.people.TherapistSummary;

/**
 * What a client can choose from.
 *
 * @param session the kind of session these times are for
 * @param enoughBooked she has as many sessions before her as she may have; then every day is without times
 */
public record FreeTimes(TherapistSummary therapist, SessionKind session, boolean enoughBooked, List<FreeDay> days) {}
