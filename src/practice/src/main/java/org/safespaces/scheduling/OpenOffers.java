package org.safespaces.scheduling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.safespaces.people.TherapistId;

/** The waiting lists, one diary at a time, each in a transaction of its own; nothing else. */
@Stateless
@PermitAll
public class OpenOffers {
    @Inject
    private Timetable timetable;

    @Inject
    private Offers offers;

    /** In whose diaries somebody waits. */
    public Set<TherapistId> diaries() {
        return offers.diaries();
    }

    /** Offers what can be offered in one diary. */
    public void fill(TherapistId therapist) {
        timetable.lock(therapist);
        offers.fill(therapist);
    }

    /** Nobody waits longer than she said. */
    public void forgetOver() {
        offers.forgetOver();
    }
}
