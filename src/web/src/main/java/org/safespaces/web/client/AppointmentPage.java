package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AlreadyBegun;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.RequestChanged;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.TooLateToMove;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class AppointmentPage {
    private static final int A_WEEK = 7;
    private static final Set<String> NOTICES =
            Set.of("booked", "asked", "moved", "cancelled", "begun", "late", "changed", "taken", "busy", "again");

    @Inject
    private Booking booking;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private String notice = "";
    private CancelReason reason = CancelReason.NOT_SAID;
    private AppointmentSummary one;
    private ChosenAppointment row;
    private BookingAddress here;
    private TimesShown shown;
    private ChosenTime moved;

    /** A reason to choose from. */
    public record Reason(String value, String said, boolean chosen) {}

    /** Reads which one is asked for, and does what its client wants done with it. */
    public void prepare() {
        UUID id = Ids.parse(exchange.parameter("id").orElse(null));
        one = booking.one(id);
        here = BookingAddress.read(exchange, ChosenAppointment.address(id) + "&move=1", booking.zone());
        if (exchange.isPost()) {
            act(id);
        } else {
            boolean late = exchange.parameter("late").isPresent();
            notice = late
                    ? "again"
                    : exchange.parameter("notice").filter(NOTICES::contains).orElse("");
        }
        row = ChosenAppointment.of(one, clock.instant(), here.zone(), words);
        if (isMoving()) {
            showTimes(id);
        }
    }

    private void act(UUID id) {
        Optional<String> time = exchange.parameter("choose");
        if (time.isPresent()) {
            exchange.goTo(here.at(BookingAddress.instant(time.get())).text() + "#chosen");
            return;
        }
        switch (exchange.parameter("do").orElse("")) {
            case "move" -> move(id);
            case "cancel" -> cancel(id);
            default -> exchange.goTo(ChosenAppointment.address(id));
        }
    }

    private void move(UUID id) {
        Instant start = Optional.ofNullable(here.start()).orElseThrow(NoSuchPerson::new);
        UUID key = Ids.parse(exchange.parameter("key").orElse(null));
        try {
            booking.move(id, start, key);
            exchange.goTo(ChosenAppointment.address(id) + "&notice=moved");
        } catch (SlotTaken taken) {
            exchange.goTo(here.around(start).text() + "&notice=taken");
        } catch (RequestChanged changed) {
            exchange.goTo(here.around(start).text() + "&notice=again");
        } catch (TooLateToMove late) {
            exchange.goTo(ChosenAppointment.address(id) + "&notice=late");
        } catch (WrongStatus changed) {
            exchange.goTo(ChosenAppointment.address(id) + "&notice=changed");
        } catch (DiaryBusy busy) {
            exchange.goTo(here.text() + "&notice=busy#chosen");
        }
    }

    /** The reason stands in no address: when it did not work, the form comes back as it was. */
    private void cancel(UUID id) {
        reason = exchange.parameter("reason").map(AppointmentPage::parse).orElse(CancelReason.NOT_SAID);
        try {
            booking.cancel(id, reason);
            exchange.goTo(ChosenAppointment.address(id) + "&notice=cancelled");
        } catch (AlreadyBegun begun) {
            exchange.goTo(ChosenAppointment.address(id) + "&notice=begun");
        } catch (WrongStatus changed) {
            exchange.goTo(ChosenAppointment.address(id) + "&notice=changed");
        } catch (DiaryBusy busy) {
            notice = "busy";
        }
    }

    private static CancelReason parse(String value) {
        return Arrays.stream(CancelReason.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    private void showTimes(UUID id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), here.zone());
        BookingAddress drawn = drawn();
        shown = TimesShown.of(drawn, today, booking.freeTimesToMove(id, drawn.week(), A_WEEK, here.zone()), words);
        moved = shown.chosen()
                .filter(slot -> !slot.start().equals(one.start()))
                .map(slot -> ChosenTime.of(
                        slot.start(), slot.end(), here.zone(), one.therapist().zone(), words))
                .orElse(null);
        if (here.start() != null && moved == null && notice.isEmpty()) {
            notice = here.start().equals(one.start()) ? "same" : "taken";
        }
    }

    /** Until she chooses another, the time it has now is the one marked, in the week in which it lies. */
    private BookingAddress drawn() {
        Instant marked = Optional.ofNullable(here.start()).orElse(one.start());
        LocalDate week = Optional.ofNullable(here.week())
                .orElseGet(() -> here.around(marked).week());
        return new BookingAddress(here.page(), week, here.zone(), here.day(), marked);
    }

    public String getNotice() {
        return notice;
    }

    /** Done as she wished; everything else is a calm word about why not. */
    public boolean isGoodNews() {
        return Set.of("booked", "asked", "moved", "cancelled").contains(notice);
    }

    public ChosenAppointment getRow() {
        return row;
    }

    public boolean isMoving() {
        return one != null && one.movable() && exchange.parameter("move").isPresent();
    }

    public boolean isCancelling() {
        return one != null && one.cancellable() && (exchange.parameter("cancel").isPresent() || exchange.isPost());
    }

    /** The week to move to; none unless she moves it. */
    public TimesShown getShown() {
        return shown;
    }

    /** The time she has chosen to move to; none yet. */
    public ChosenTime getMoved() {
        return moved;
    }

    /** Drawn with the page, so that pressing twice is one act. */
    public String getKey() {
        return Ids.fresh().toString();
    }

    public List<Reason> getReasons() {
        return Arrays.stream(CancelReason.values())
                .map(each -> new Reason(each.name(), words.said("cancel.reason." + each), each == reason))
                .toList();
    }
}
