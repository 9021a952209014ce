package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.people.Ids;
import org.safespaces.people.PartOfDay;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.SuitableTimes;
import org.safespaces.scheduling.WaitingClient;
import org.safespaces.scheduling.WaitingClients;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class WaitingClientsPage {
    private static final String ADDRESS = "/therapist/waiting-clients";

    @Inject
    private WaitingClients waiting;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<Row> rows = List.of();

    /** Somebody who waits. */
    public record Row(
            String id,
            String designation,
            String initials,
            String kind,
            String times,
            String since,
            String until,
            String offered,
            boolean first) {}

    public void prepare() {
        if (exchange.isPost()) {
            act();
            return;
        }
        ZoneId zone = diary.zone();
        List<WaitingClient> all = waiting.mine();
        rows = all.stream()
                .map(each -> row(each, zone, each.equals(all.get(0))))
                .toList();
    }

    private void act() {
        try {
            exchange.parameter("up").ifPresent(id -> waiting.moveUp(id(id)));
            exchange.parameter("off").ifPresent(id -> waiting.takeOff(id(id)));
            exchange.goTo(ADDRESS);
        } catch (DiaryBusy busy) {
            exchange.goTo(ADDRESS + "?busy=1");
        }
    }

    private static UUID id(String typed) {
        return Ids.parse(typed);
    }

    private Row row(WaitingClient each, ZoneId zone, boolean first) {
        return new Row(
                each.id().toString(),
                each.designation(),
                Initials.of(each.designation()),
                each.kind(),
                times(each.times()),
                Days.day(new SpokenTime(each.since(), zone).date()),
                Days.day(each.until()),
                each.offered()
                        .map(at -> new SpokenTime(at, zone))
                        .map(at -> at.day() + ", " + at.hour())
                        .orElse(""),
                first);
    }

    /** "Monday: morning, evening. Thursday: evening." */
    private String times(SuitableTimes times) {
        return times.days().stream().map(day -> times(times, day)).collect(Collectors.joining(" "));
    }

    private String times(SuitableTimes times, DayOfWeek day) {
        String parts = Arrays.stream(PartOfDay.values())
                .filter(part -> times.has(day, part))
                .map(part -> exchange.text("diary", "waiting.part." + part))
                .collect(Collectors.joining(", "));
        return day.getDisplayName(TextStyle.FULL, Locale.UK) + ": " + parts + ".";
    }

    public boolean isBusy() {
        return exchange.parameter("busy").isPresent();
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getLead() {
        return exchange.counted("diary", "waiting.lead", rows.size());
    }
}
