package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.FreeTimes;
import org.safespaces.scheduling.RequestChanged;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class BookPage {
    private static final int A_WEEK = 7;
    private static final int FIVE_WEEKS = 35;
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
    private BookingAddress here;
    private FreeTimes free;
    private BookingWeek week;
    private ChosenTime chosen;

    /** Reads where somebody stands, and does what she asked for. */
    public void prepare() {
        joined = booking.hasJoined();
        if (!joined) {
            return;
        }
        here = BookingAddress.read(exchange);
        if (exchange.isPost()) {
            act();
        } else {
            show();
        }
    }

    private void act() {
        Optional<String> time = exchange.parameter("choose");
        if (time.isPresent()) {
            exchange.goTo(here.at(BookingAddress.instant(time.get())).text() + "#chosen");
        } else if (exchange.parameter("do").filter("zone"::equals).isPresent()) {
            exchange.goTo(here.in(ZoneGroup.parse(exchange.parameter("other").orElse("")))
                    .text());
        } else {
            book();
        }
    }

    private void book() {
        Instant start = Optional.ofNullable(here.start()).orElseThrow(NoSuchPerson::new);
        try {
            booking.book(start, Ids.parse(exchange.parameter("key").orElse(null)));
            exchange.goTo(
                    AppointmentsPage.address(here.zone()) + "&booked=" + BookingAddress.encoded(start.toString()));
        } catch (SlotTaken taken) {
            exchange.goTo(here.at(null).text() + "&notice=taken");
        } catch (RequestChanged changed) {
            exchange.goTo(here.at(null).text() + "&notice=again");
        } catch (DiaryBusy busy) {
            exchange.goTo(here.text() + "&notice=busy#chosen");
        }
    }

    private void show() {
        boolean late = exchange.parameter("late").isPresent();
        notice = late
                ? "again"
                : exchange.parameter("notice").filter(NOTICES::contains).orElse("");
        LocalDate today = LocalDate.ofInstant(clock.instant(), here.zone());
        if (here.week() == null) {
            here = here.showing(BookingAddress.mondayOf(firstDay(today)));
        }
        free = booking.freeTimes(here.week(), A_WEEK, here.zone());
        week = BookingWeek.of(free.days(), here, today);
        choose();
    }

    private LocalDate firstDay(LocalDate today) {
        if (here.start() != null) {
            return new SpokenTime(here.start(), here.zone()).date();
        }
        return booking.freeTimes(today, FIVE_WEEKS, here.zone()).days().stream()
                .filter(day -> !day.times().isEmpty())
                .map(FreeDay::date)
                .findFirst()
                .orElse(today);
    }

    private void choose() {
        chosen = free.days().stream()
                .flatMap(day -> day.times().stream())
                .filter(slot -> slot.start().equals(here.start()))
                .map(slot -> ChosenTime.of(
                        slot.start(), slot.end(), here.zone(), free.therapist().zone(), words))
                .findFirst()
                .orElse(null);
        if (here.start() != null && chosen == null && notice.isEmpty()) {
            notice = "taken";
        }
    }

    /** Not one free time in the week that is shown, although more sessions may be booked. */
    public boolean isNothingFree() {
        return isJoined() && !free.enoughBooked() && week.days().stream().allMatch(day -> day.count() == 0);
    }

    public boolean isJoined() {
        return joined;
    }

    public String getNotice() {
        return notice;
    }

    public FreeTimes getFree() {
        return free;
    }

    public String getLength() {
        return words.said("book.kind.minutes", free.length().toMinutes());
    }

    public BookingWeek getWeek() {
        return week;
    }

    public ChosenTime getChosen() {
        return chosen;
    }

    /** Drawn with the page, so that pressing twice is one act. */
    public String getKey() {
        return Ids.fresh().toString();
    }

    public String getWeekValue() {
        return here.week().toString();
    }

    public String getZoneValue() {
        return here.zone().getId();
    }

    public String getAddress() {
        return here.text();
    }

    public boolean isChoosingZone() {
        return exchange.parameter("zones").isPresent();
    }

    public List<ZoneGroup> getZones() {
        return ZoneGroup.ALL;
    }

    public String getTimes() {
        boolean there = here.zone().equals(free.therapist().zone());
        return words.said(there ? "book.zone.there" : "book.zone.yours", SpokenTime.place(here.zone()));
    }

    public String getTherapistsPlace() {
        return words.therapistsPlace(here.week(), here.zone(), free.therapist().zone());
    }
}
