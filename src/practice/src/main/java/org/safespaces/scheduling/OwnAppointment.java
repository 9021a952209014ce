package org.safespaces.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.safespaces.scheduling.AppointmentChanged.By;

/**
 * An appointment as its therapist sees it, with what can still be done.
 *
 * @param elsewhere the client's zone, if it is another than the therapist's
 * @param begun its time has come, or is over
 * @param freeUntil until when the client can give it back free of charge
 * @param outside it lies outside of the hours, and nobody has said that it stands
 * @param repeats how many of its series are still to come, this one among them, without those that were changed by hand; 0
 *     when it belongs to none
 * @param following how many of these begin with this one
 */
public record OwnAppointment(
        DiaryEntry entry,
        ZoneId zone,
        Optional<ZoneId> elsewhere,
        By madeBy,
        boolean begun,
        boolean chargeable,
        Instant freeUntil,
        Optional<By> cancelledBy,
        boolean outside,
        int repeats,
        int following) {

    /** Can it be moved, or given back? */
    public boolean isAhead() {
        return !begun
                && (entry.status() == AppointmentStatus.CONFIRMED || entry.status() == AppointmentStatus.REQUESTED);
    }
}
