package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.safespaces.people.CaseId;

/** For features that do something before each session of a client: when they are. Who may know it has been asked there; a round has no caller. */
@Stateless
@PermitAll
@TransactionAttribute(MANDATORY)
public class AgreedSessions {
    @Inject
    private Timetable timetable;

    @Inject
    private Clock clock;

    /** Those that are confirmed and have not begun, the earliest first. */
    public List<AgreedSession> ahead(CaseId caseId) {
        Instant now = clock.instant();
        return timetable.of(caseId).stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.CONFIRMED)
                .filter(appointment -> appointment.during().from().isAfter(now))
                .map(appointment ->
                        new AgreedSession(appointment.id(), appointment.during().from()))
                .toList();
    }
}
