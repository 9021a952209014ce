package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AlreadyBegun;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.DiaryBusy;
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

    private boolean joined;
    private ZoneId zone;
    private String notice = "";
    private List<AppointmentSummary> mine = List.of();
    private Row cancelling;

    /** An appointment in the list. */
    public record Row(
            String id,
            ChosenTime time,
            String session,
            String therapist,
            String status,
            boolean cancellable,
            String cancelAddress) {}

    static String address(ZoneId zone) {
        return "/client/appointments?zone=" + BookingAddress.encoded(zone.getId());
    }

    /** Reads what is asked for, and does it. */
    public void prepare() {
        joined = booking.hasJoined();
        if (!joined) {
            return;
        }
        zone = exchange.parameter("zone").map(ZoneGroup::parse).orElse(ZoneGroup.USUAL);
        if (exchange.isPost()) {
            cancel(Ids.parse(exchange.parameter("id").orElse(null)));
        } else {
            show();
        }
    }

    private void cancel(UUID id) {
        try {
            booking.cancel(id);
            exchange.goTo(address(zone) + "&cancelled=" + id);
        } catch (AlreadyBegun begun) {
            exchange.goTo(address(zone) + "&notice=begun");
        } catch (DiaryBusy busy) {
            exchange.goTo(address(zone) + "&cancel=" + id + "&notice=busy");
        }
    }

    private void show() {
        mine = booking.mine();
        cancelling =
                exchange.parameter("cancel").map(Ids::parse).map(this::toCancel).orElse(null);
        notice = exchange.parameter("notice")
                .filter(List.of("begun", "busy")::contains)
                .orElse("");
        exchange.parameter("booked")
                .map(BookingAddress::instant)
                .filter(start -> has(one -> one.upcoming() && one.start().equals(start)))
                .ifPresent(start -> notice = "booked");
        exchange.parameter("cancelled")
                .map(Ids::parse)
                .filter(id -> has(one -> !one.upcoming() && one.id().equals(id)))
                .ifPresent(id -> notice = "cancelled");
    }

    private Row toCancel(UUID id) {
        return mine.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(this::row)
                .orElseThrow(NoSuchPerson::new);
    }

    private boolean has(Predicate<AppointmentSummary> wanted) {
        return mine.stream().anyMatch(wanted);
    }

    private Row row(AppointmentSummary one) {
        Instant start = one.start();
        return new Row(
                one.id().toString(),
                ChosenTime.of(start, one.end(), zone, one.therapist().zone(), words),
                one.session(),
                one.therapist().shownName(),
                one.status().isLive() && !one.upcoming() ? "over" : one.status().name(),
                one.cancellable(),
                address(zone) + "&cancel=" + one.id());
    }

    public boolean isJoined() {
        return joined;
    }

    public String getNotice() {
        return notice;
    }

    /** The one she is about to give back, shown once more before she does. */
    public Row getCancelling() {
        return cancelling;
    }

    public List<Row> getUpcoming() {
        return mine.stream().filter(AppointmentSummary::upcoming).map(this::row).toList();
    }

    /** Those that are over or cancelled, newest first. */
    public List<Row> getEarlier() {
        return mine.stream()
                .filter(one -> !one.upcoming())
                .sorted(Comparator.comparing(AppointmentSummary::start).reversed())
                .limit(MOST_EARLIER)
                .map(this::row)
                .toList();
    }

    public String getZoneValue() {
        return zone.getId();
    }

    public String getAddress() {
        return address(zone);
    }

    public String getBookAddress() {
        return "/client/book?zone=" + BookingAddress.encoded(zone.getId());
    }
}
