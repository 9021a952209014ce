package org.safespaces.web.therapist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.DiaryDay;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.TimeOff;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** Days of a diary side by side, as they are drawn and read out: designations, times, and states as words. */
public final class DiaryGrid {
    private static final int STEP = 5;

    private final Exchange exchange;
    private final ZoneId zone;
    private final Instant now;
    private final TimeGrid grid;
    private final UUID next;
    private final List<DiaryColumn> columns;

    DiaryGrid(List<DiaryDay> days, ZoneId zone, Instant now, Exchange exchange) {
        this.exchange = exchange;
        this.zone = zone;
        this.now = now;
        this.grid = TimeGrid.of(days, zone);
        this.next = next(days);
        this.columns = days.stream().map(this::column).toList();
    }

    /** The session of today that is under way, or the next one; none when there is no more. */
    private UUID next(List<DiaryDay> days) {
        return days.stream()
                .filter(day -> day.date().equals(LocalDate.ofInstant(now, zone)))
                .flatMap(day -> day.entries().stream())
                .filter(entry -> entry.status() == AppointmentStatus.CONFIRMED)
                .filter(entry -> entry.end().isAfter(now))
                .min(Comparator.comparing(DiaryEntry::start))
                .map(DiaryEntry::id)
                .orElse(null);
    }

    public List<TimeGrid.Hour> getHours() {
        return grid.hours();
    }

    public int getRows() {
        return grid.rows();
    }

    public int getFirstHour() {
        return grid.firstHour();
    }

    public List<DiaryColumn> getColumns() {
        return columns;
    }

    /** Does nothing at all stand in it? */
    public boolean isEmpty() {
        return columns.stream().allMatch(DiaryColumn::isFree);
    }

    /** How many sessions there are, being booked not among them. */
    public int getSessions() {
        return columns.stream()
                .mapToInt(day -> (int) day.blocks().stream()
                        .filter(block -> !block.address().isEmpty())
                        .count())
                .sum();
    }

    public String getNow() {
        return new SpokenTime(now, zone).hour();
    }

    private DiaryColumn column(DiaryDay day) {
        LocalDate date = day.date();
        Stream<Placed> off = day.off().stream().map(each -> off(date, each));
        Stream<Placed> entries = day.entries().stream().map(each -> entry(date, each));
        return new DiaryColumn(
                date.toString(),
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK),
                String.valueOf(date.getDayOfMonth()),
                Days.day(date),
                date.equals(LocalDate.ofInstant(now, zone)),
                day.open().isEmpty(),
                open(day),
                grid.closed(day),
                Stream.concat(off, entries)
                        .filter(each -> !each.block().place().isEmpty())
                        .sorted(Comparator.comparing(Placed::from))
                        .map(Placed::block)
                        .toList(),
                grid.place(date, now));
    }

    private record Placed(Instant from, DiaryColumn.Block block) {}

    private String open(DiaryDay day) {
        if (day.open().isEmpty()) {
            return exchange.text("diary", "availability.day.closed");
        }
        return day.open().stream()
                .map(each -> new SpokenTime(each.from(), zone).hour() + " to " + closes(day.date(), each.until()))
                .collect(Collectors.joining(",\n"));
    }

    private String closes(LocalDate day, Instant until) {
        SpokenTime end = new SpokenTime(until, zone);
        return end.date().equals(day) ? end.hour() : "24:00";
    }

    private Placed off(LocalDate day, TimeOff off) {
        String place = grid.place(day, off.from(), off.until());
        String kind = exchange.text("diary", "diary.off." + off.kind());
        return new Placed(
                off.from(),
                new DiaryColumn.Block(place, "is-off", Spoken.off(off, zone), kind, "", "", "", "", "", ""));
    }

    private Placed entry(LocalDate day, DiaryEntry entry) {
        String place = grid.place(day, entry.start(), entry.end());
        String hours = Spoken.hours(entry, zone);
        String status = exchange.text("diary", "diary.status." + entry.status());
        if (entry.status() == AppointmentStatus.HELD) {
            return new Placed(
                    entry.start(),
                    new DiaryColumn.Block(place, "is-held", hours, status, "", entry.session(), "", "", "", ""));
        }
        String designation = Spoken.whose(entry, exchange);
        boolean movable = entry.status().isLive() && entry.start().isAfter(now);
        String id = entry.id().toString();
        return new Placed(
                entry.start(),
                new DiaryColumn.Block(
                        place,
                        state(entry),
                        hours,
                        designation,
                        Initials.of(designation),
                        entry.session(),
                        status,
                        "/therapist/appointment?id=" + id,
                        movable ? id : "",
                        String.valueOf(
                                Duration.between(entry.start(), entry.end()).toMinutes() / STEP)));
    }

    private String state(DiaryEntry entry) {
        if (entry.status() == AppointmentStatus.REQUESTED) {
            return "is-asked";
        }
        if (!entry.end().isAfter(now)) {
            return "is-past";
        }
        return entry.id().equals(next) ? "is-next" : "is-booked";
    }
}
