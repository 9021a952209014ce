package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.PartOfDay;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.NothingSuits;
import org.safespaces.scheduling.SessionKind;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.SuitableTimes;
import org.safespaces.scheduling.Waiting;
import org.safespaces.scheduling.WaitingPlace;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class WaitingPage {
    private static final String ADDRESS = "/client/waiting";
    private static final Set<String> NOTICES = Set.of("kept", "left", "passed", "busy");

    @Inject
    private Booking booking;

    @Inject
    private Waiting waiting;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private boolean nothingChosen;
    private SuitableTimes chosen = new SuitableTimes(0);
    private String kind = "";
    private ZoneId zone;
    private List<SessionKind> kinds = List.of();
    private Optional<WaitingPlace> place = Optional.empty();

    /** One part of one day. */
    public record Cell(String value, String said, boolean chosen) {}

    /** One day of the week. */
    public record Day(String said, List<Cell> parts) {}

    /** A kind of session to wait for. */
    public record Kind(String id, String name, boolean chosen) {}

    /** Reads where somebody stands, and does what she asked for. */
    public void prepare() {
        joined = booking.hasJoined();
        if (!joined) {
            return;
        }
        kinds = booking.kinds();
        zone = booking.zone();
        if (exchange.isPost()) {
            act();
        }
        if (!nothingChosen) {
            place = waiting.mine();
            chosen = place.map(WaitingPlace::times).orElse(chosen);
            kind = place.map(waits -> waits.kind().id().toString()).orElse(kind);
        }
    }

    private void act() {
        try {
            switch (exchange.parameter("do").orElse("")) {
                case "leave" -> {
                    waiting.leave();
                    exchange.goTo(ADDRESS + "?notice=left");
                }
                case "pass" -> {
                    waiting.pass(id("offer"));
                    exchange.goTo(ADDRESS + "?notice=passed");
                }
                default -> waitFor();
            }
        } catch (DiaryBusy busy) {
            exchange.goTo(ADDRESS + "?notice=busy");
        }
    }

    private void waitFor() {
        kind = exchange.parameter("kind").orElse("");
        for (String typed : exchange.parameters("times")) {
            chosen = part(typed, chosen);
        }
        try {
            waiting.waitFor(id("kind"), chosen);
            exchange.goTo(ADDRESS + "?notice=kept");
        } catch (NothingSuits nothing) {
            nothingChosen = true;
        }
    }

    private static SuitableTimes part(String typed, SuitableTimes before) {
        for (DayOfWeek day : DayOfWeek.values()) {
            for (PartOfDay part : PartOfDay.values()) {
                if (typed.equals(value(day, part))) {
                    return before.with(day, part);
                }
            }
        }
        throw new NoSuchPerson();
    }

    private UUID id(String parameter) {
        return Ids.parse(exchange.parameter(parameter).orElse(null));
    }

    private static String value(DayOfWeek day, PartOfDay part) {
        return day.name() + "-" + part.name();
    }

    public boolean isJoined() {
        return joined;
    }

    public String getNotice() {
        return exchange.parameter("notice").filter(NOTICES::contains).orElse("");
    }

    public boolean isNothingChosen() {
        return nothingChosen;
    }

    public boolean isWaiting() {
        return place.isPresent();
    }

    public boolean isSeveralKinds() {
        return kinds.size() > 1;
    }

    public List<Kind> getKinds() {
        String first = kind.isEmpty() && !kinds.isEmpty() ? kinds.get(0).id().toString() : kind;
        return kinds.stream()
                .map(each -> new Kind(
                        each.id().toString(), each.name(), each.id().toString().equals(first)))
                .toList();
    }

    public List<Day> getDays() {
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(new Day(
                    day.getDisplayName(TextStyle.FULL, Locale.UK),
                    Arrays.stream(PartOfDay.values())
                            .map(part ->
                                    new Cell(value(day, part), words.said("book.part." + part), chosen.has(day, part)))
                            .toList()));
        }
        return days;
    }

    public String getZone() {
        return words.said("wait.zone", SpokenTime.place(zone));
    }

    public String getUntil() {
        return words.said("wait.until", Days.dated(place.orElseThrow().until()));
    }

    public boolean isOffered() {
        return place.flatMap(WaitingPlace::offer).isPresent();
    }

    public String getOfferId() {
        return offer().appointment().toString();
    }

    public String getOfferDay() {
        return new SpokenTime(offer().start(), zone).dayOfYear();
    }

    public String getOfferHours() {
        return words.hours(offer().start(), offer().end(), zone) + " "
                + words.zone(zone, booking.therapist().zone());
    }

    public String getOfferUntil() {
        SpokenTime until = new SpokenTime(offer().until(), zone);
        return words.said("wait.offer.until", until.day(), until.hour(), SpokenTime.place(zone));
    }

    private WaitingPlace.Offer offer() {
        return place.flatMap(WaitingPlace::offer).orElseThrow();
    }
}
