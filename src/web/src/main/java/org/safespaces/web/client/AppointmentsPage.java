package org.safespaces.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class AppointmentsPage {
    private static final int MOST_EARLIER = 12;

    @Inject
    private Booking booking;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private boolean joined;
    private List<AppointmentSummary> mine = List.of();
    private ZoneId zone;

    @PostConstruct
    void load() {
        joined = booking.hasJoined();
        if (joined) {
            mine = booking.mine();
            zone = booking.zone();
        }
    }

    public boolean isJoined() {
        return joined;
    }

    public List<ChosenAppointment> getUpcoming() {
        return mine.stream().filter(AppointmentSummary::upcoming).map(this::row).toList();
    }

    /** Those that are over or cancelled, newest first. */
    public List<ChosenAppointment> getEarlier() {
        return mine.stream()
                .filter(one -> !one.upcoming())
                .sorted(Comparator.comparing(AppointmentSummary::start).reversed())
                .limit(MOST_EARLIER)
                .map(this::row)
                .toList();
    }

    private ChosenAppointment row(AppointmentSummary one) {
        return ChosenAppointment.of(one, clock.instant(), zone, words);
    }

    /** "London": where her times are shown. */
    public String getPlace() {
        return SpokenTime.place(zone);
    }

    /** Nobody arrives here with news; a session that ended meanwhile says so. */
    public boolean isLate() {
        return exchange.parameter("late").isPresent();
    }
}
