package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;
import org.safespaces.vault.ServerSeal;

/** Tells whoever wants to hear what has become of an appointment, in the transaction of the act. Of an erased record nobody hears. */
@ApplicationScoped
class AppointmentNews {
    @Inject
    private Event<AppointmentChanged> changed;

    @Inject
    private ServerSeal serverSeal;

    void tell(Appointment appointment, Kind kind, By by) {
        appointment
                .clientRef()
                .map(reference -> new CaseId(serverSeal.openId(reference, Timetable.CLIENT_REF, appointment.id())))
                .map(client -> new AppointmentChanged(
                        appointment.id(),
                        client,
                        appointment.therapist(),
                        kind,
                        appointment.during().from(),
                        by))
                .ifPresent(changed::fire);
    }
}
