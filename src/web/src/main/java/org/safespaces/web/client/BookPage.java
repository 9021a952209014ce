package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.HeldTime;
import org.safespaces.scheduling.RequestChanged;
import org.safespaces.scheduling.SessionKind;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.WeekToBook;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class BookPage {
    private static final String ADDRESS = "/client/book";
    private static final Set<String> NOTICES = Set.of("taken", "busy", "again");

    @Inject
    private Booking booking;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private boolean joined;
    private String notice = "";
    private List<Kind> kinds = List.of();
    private BookingAddress here;
    private TimesShown shown;
    private HeldTime held;
    private ChosenAppointment holding;

    /** A kind of session to choose, with the address of its free times. */
    public record Kind(String id, String name, String said, String address, boolean chosen) {}

    /** Reads where somebody stands, and does what she asked for. */
    public void prepare() {
        if (!exchange.isPost() && exchange.parameter("hold").isEmpty()) {
            showTimes();
            return;
        }
        joined = booking.hasJoined();
        if (!joined) {
            return;
        }
        String kind = kindOf(booking.kinds());
        here = BookingAddress.read(exchange, page(kind), booking.zone());
        if (exchange.isPost()) {
            act(kind);
        } else {
            showHeld(Ids.parse(exchange.parameter("hold").orElse(null)));
        }
    }

    private String kindOf(List<SessionKind> offered) {
        return exchange.parameter("kind")
                .or(() -> offered.stream().findFirst().map(first -> first.id().toString()))
                .orElse("");
    }

    private void showTimes() {
        readNotice();
        BookingAddress asked = BookingAddress.read(exchange, ADDRESS, ZoneOffset.UTC);
        UUID wanted = exchange.parameter("kind").map(Ids::parse).orElse(null);
        Optional<WeekToBook> found = booking.week(wanted, asked.week(), asked.start());
        joined = found.isPresent();
        found.ifPresent(week -> {
            String kind = kindOf(week.kinds());
            here = BookingAddress.read(exchange, page(kind), week.zone()).showing(week.monday());
            kinds = week.kinds().stream().map(each -> kind(each, kind)).toList();
            LocalDate today = LocalDate.ofInstant(clock.instant(), here.zone());
            week.times().ifPresent(times -> shown = TimesShown.of(here, today, times, words));
        });
    }

    private Kind kind(SessionKind each, String chosen) {
        String id = each.id().toString();
        return new Kind(id, each.name(), words.kind(each), ADDRESS + "?kind=" + id, id.equals(chosen));
    }

    private void act(String kind) {
        Optional<String> time = exchange.parameter("choose");
        if (time.isPresent()) {
            hold(Ids.parse(kind), BookingAddress.instant(time.get()));
            return;
        }
        switch (exchange.parameter("do").orElse("")) {
            case "zone" -> {
                booking.chooseZone(ZoneGroup.parse(exchange.parameter("other").orElse("")));
                exchange.goTo(here.text());
            }
            case "back" -> giveUp();
            case "book" -> book(Ids.parse(kind));
            default -> exchange.goTo(here.text());
        }
    }

    private void hold(UUID kind, Instant start) {
        try {
            exchange.goTo(address(booking.hold(kind, start).id()));
        } catch (SlotTaken taken) {
            exchange.goTo(here.text() + "&notice=taken");
        } catch (DiaryBusy busy) {
            exchange.goTo(here.text() + "&notice=busy");
        }
    }

    private void giveUp() {
        try {
            booking.cancel(key(), CancelReason.NOT_SAID);
        } catch (WrongStatus | DiaryBusy heldNoMoreOrNotForLong) {
            exchange.goTo(here.text());
            return;
        }
        exchange.goTo(here.text());
    }

    private void book(UUID kind) {
        Instant start = Optional.ofNullable(here.start()).orElseThrow(NoSuchPerson::new);
        UUID key = key();
        try {
            AppointmentSummary booked = booking.book(key, kind, start);
            boolean asked = booked.status() == AppointmentStatus.REQUESTED;
            exchange.goTo(ChosenAppointment.address(key) + "&notice=" + (asked ? "asked" : "booked"));
        } catch (SlotTaken taken) {
            exchange.goTo(here.around(start).text() + "&notice=taken");
        } catch (RequestChanged | WrongStatus changed) {
            exchange.goTo(here.around(start).text() + "&notice=again");
        } catch (DiaryBusy busy) {
            exchange.goTo(address(key) + "&notice=busy");
        }
    }

    private UUID key() {
        return Ids.parse(exchange.parameter("hold").orElse(null));
    }

    private static String page(String kind) {
        return ADDRESS + "?kind=" + BookingAddress.encoded(kind);
    }

    private static String address(UUID hold) {
        return ADDRESS + "?hold=" + hold;
    }

    /** What she holds, once more in full; confirmed already, it has a page of its own. */
    private void showHeld(UUID id) {
        readNotice();
        booking.held(id).ifPresentOrElse(this::showHeld, () -> exchange.goTo(ChosenAppointment.address(id)));
    }

    private void showHeld(HeldTime time) {
        held = time;
        holding = ChosenAppointment.of(time.appointment(), clock.instant(), here.zone(), words);
    }

    private void readNotice() {
        boolean late = exchange.parameter("late").isPresent();
        notice = late
                ? "again"
                : exchange.parameter("notice").filter(NOTICES::contains).orElse("");
    }

    public boolean isJoined() {
        return joined;
    }

    public String getNotice() {
        return notice;
    }

    public List<Kind> getKinds() {
        return kinds;
    }

    /** The week to choose from; none while a time is held, and when nothing can be booked here. */
    public TimesShown getShown() {
        return shown;
    }

    public String getWith() {
        return booking.therapist().shownName();
    }

    /** What is held, in words; none while she chooses. */
    public ChosenAppointment getHolding() {
        return holding;
    }

    public String getKindValue() {
        return held.appointment().session().id().toString();
    }

    public String getStartValue() {
        return held.appointment().start().toString();
    }

    public boolean isFirstSession() {
        return held.firstSession();
    }

    public String getAnswerBy() {
        return words.moment(held.answerBy(), here.zone());
    }

    /** "15:42"; empty once it is held no more. */
    public String getKeptUntil() {
        return held.appointment()
                .heldUntil()
                .filter(until -> until.isAfter(clock.instant()))
                .map(until -> new SpokenTime(until, here.zone()).hour())
                .orElse("");
    }

    public boolean isChoosingZone() {
        return exchange.parameter("zones").isPresent();
    }

    public List<ZoneGroup> getZones() {
        return ZoneGroup.ALL;
    }

    public String getZoneValue() {
        return here.zone().getId();
    }
}
