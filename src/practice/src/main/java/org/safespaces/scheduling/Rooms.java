package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.settings.PracticeSettings;

/**
 * The online room of an appointment: for its client and the therapist in whose diary it stands, each signed in, from 15 minutes
 * before the session until 15 minutes after it. The name is told by no letter and no calendar. Source: booking.md 9.
 */
@Stateless
public class Rooms {
    private static final Duration AROUND = Duration.ofMinutes(15);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private RoomNames names;

    @Inject
    private CalendarMarks marks;

    @Inject
    private PracticeSettings settings;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** The room of the calling client's appointment; throws {@link NoSuchPerson} for any other. */
    @RolesAllowed("client")
    public Room mine(UUID appointment) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        return timetable.of(me).stream()
                .filter(own -> own.id().equals(appointment))
                .findFirst()
                .map(own -> room(own, Optional.of(me), Optional.empty(), people.zoneOf(me)))
                .orElseThrow(NoSuchPerson::new);
    }

    /**
     * The room of an appointment in the calling therapist's diary; throws {@link NoSuchPerson} for any other, and {@code NotYours}
     * where the client is hers no more.
     */
    @RolesAllowed("therapist")
    public Room inDiary(UUID appointment) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        Appointment found = Optional.ofNullable(appointment)
                .map(id -> entities.find(Appointment.class, id))
                .filter(one -> one.therapist().equals(me))
                .orElseThrow(NoSuchPerson::new);
        DiaryEntry entry = timetable.forTherapist(found);
        entry.caseId().ifPresent(access::holder);
        return room(found, entry.caseId(), entry.designation(), Optional.empty());
    }

    private Room room(
            Appointment appointment, Optional<CaseId> client, Optional<String> designation, Optional<ZoneId> reader) {
        TherapistSummary therapist = people.therapist(appointment.therapist());
        Span during = appointment.during();
        Instant opens = during.from().minus(AROUND);
        Instant closes = during.until().plus(AROUND);
        Mode mode = timetable.type(appointment.typeId()).kind().mode();
        Room.Door door = client.isEmpty() ? Room.Door.NONE : door(appointment.status(), opens, closes);
        boolean enter = door == Room.Door.OPEN && mode == Mode.ONLINE;
        return new Room(
                appointment.id(),
                client,
                designation,
                client.map(id -> marks.ofCheck(appointment.id(), id)),
                therapist,
                reader.orElse(therapist.zone()),
                during.from(),
                during.until(),
                mode,
                door,
                opens,
                closes,
                settings.videoService().filter(address -> enter).map(address -> address + names.of(appointment.id())));
    }

    private Room.Door door(AppointmentStatus status, Instant opens, Instant closes) {
        Instant now = clock.instant();
        return switch (status) {
            case CONFIRMED, DONE, NO_SHOW -> now.isBefore(opens)
                    ? Room.Door.NOT_YET
                    : now.isBefore(closes) ? Room.Door.OPEN : Room.Door.OVER;
            case HELD, REQUESTED, CANCELLED, LATE_CANCELLED, EXPIRED -> Room.Door.NONE;
        };
    }
}
