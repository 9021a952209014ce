package org.safespaces.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.safespaces.access.OwnRecord;
import org.safespaces.people.People;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class HomePage {
    @Inject
    private Booking booking;

    @Inject
    private OwnRecord record;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private boolean recordChanged;
    private Optional<LocalDate> erasedOn = Optional.empty();
    private String therapist;
    private Optional<AppointmentSummary> next = Optional.empty();

    @PostConstruct
    void load() {
        joined = booking.hasJoined();
        if (joined) {
            recordChanged = record.hasNews();
            therapist = booking.therapist().shownName();
            next = booking.mine().stream()
                    .filter(AppointmentSummary::upcoming)
                    .min(Comparator.comparing(AppointmentSummary::start));
        } else {
            erasedOn = people.erasedOn();
        }
    }

    public boolean isJoined() {
        return joined;
    }

    /** Who can open her record has changed since she last looked. */
    public boolean isRecordChanged() {
        return recordChanged;
    }

    /** There was a record, and it is gone. */
    public boolean isErased() {
        return erasedOn.isPresent();
    }

    public String getErasedBody() {
        return String.format(
                exchange.text("erasure", "home.erased.body"),
                erasedOn.map(Days::dated).orElse(""));
    }

    public String getTherapist() {
        return therapist;
    }

    public boolean isBooked() {
        return next.isPresent();
    }

    /** Her therapist has not answered yet. */
    public boolean isAsked() {
        return next.orElseThrow().status() == AppointmentStatus.REQUESTED;
    }

    public String getAddress() {
        return ChosenAppointment.address(next.orElseThrow().id());
    }

    public String getDay() {
        return start().day();
    }

    public String getHours() {
        return start().hour() + " to " + new SpokenTime(next.orElseThrow().end(), zone()).hour();
    }

    public String getZone() {
        return SpokenTime.place(zone());
    }

    private SpokenTime start() {
        return new SpokenTime(next.orElseThrow().start(), zone());
    }

    private ZoneId zone() {
        return booking.zone();
    }
}
