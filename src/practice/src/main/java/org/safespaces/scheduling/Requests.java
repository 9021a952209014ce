package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;

/**
 * What clients have asked a therapist for: first sessions with her. She says yes or no; what she does not answer before the notice
 * begins is over by itself. Only ever in her own diary: anything else throws {@link NoSuchPerson}, and is recorded as refused.
 */
@Stateless
@RolesAllowed("therapist")
public class Requests {
    /** Beyond the farthest horizon. */
    private static final Duration FAR = Duration.ofDays(400);

    @Inject
    private RequestAnswers answers;

    @Inject
    private Timetable timetable;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** What waits for the caller's answer, earliest session first. */
    public List<DiaryEntry> waiting() {
        Instant now = clock.instant();
        return timetable.forTherapist(
                caller
                        .therapist()
                        .map(therapist -> timetable.in(therapist, new Span(now, now.plus(FAR))))
                        .orElse(List.of())
                        .stream()
                        .filter(appointment -> appointment.status() == AppointmentStatus.REQUESTED)
                        .toList());
    }

    /**
     * Yes: from now on it is agreed. Saying so again is fine.
     *
     * @throws WrongStatus when it was given back, or is over, meanwhile; {@link DiaryBusy}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public DiaryEntry approve(UUID id) {
        return Collisions.repeated(() -> answers.approve(id));
    }

    /** No: the time is free again. As {@link #approve} otherwise. */
    @TransactionAttribute(NOT_SUPPORTED)
    public DiaryEntry decline(UUID id) {
        return Collisions.repeated(() -> answers.decline(id));
    }
}
