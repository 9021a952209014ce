package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.access.Cases;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class DiaryPage {
    private static final int A_WEEK = 7;

    @Inject
    private Diary diary;

    @Inject
    private Cases cases;

    @Inject
    private Exchange exchange;

    private Set<CaseId> held;
    private LocalDate monday;
    private LocalDate today;
    private ZoneId zone;
    private List<Day> days;
    private List<Row> cancelled;

    /** A day of the week and what stands in it. */
    public record Day(String said, boolean today, List<Row> rows) {}

    /** An appointment in the list. */
    public record Row(
            String caseId,
            String designation,
            String initials,
            String hour,
            String when,
            String hours,
            String session,
            String status,
            boolean held) {}

    public void load() {
        zone = diary.zone();
        held = cases.mine().stream().map(ClientSummary::id).collect(Collectors.toSet());
        today = diary.today();
        monday = exchange.parameter("date")
                .map(DiaryPage::date)
                .orElse(today)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<DiaryEntry> week = diary.week(monday);
        days = monday.datesUntil(monday.plusDays(A_WEEK))
                .map(date -> day(date, week))
                .toList();
        cancelled = diary.cancelled(monday).stream().map(this::row).toList();
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.length() == 10 ? typed : "");
        } catch (DateTimeException unreadable) {
            throw new NoSuchPerson();
        }
    }

    private Day day(LocalDate date, List<DiaryEntry> week) {
        List<Row> rows = week.stream()
                .filter(entry -> new SpokenTime(entry.start(), zone).date().equals(date))
                .map(this::row)
                .toList();
        return new Day(Days.day(date), date.equals(today), rows);
    }

    private Row row(DiaryEntry entry) {
        String designation = Spoken.whose(entry, exchange);
        return new Row(
                Spoken.caseId(entry),
                designation,
                Initials.of(designation),
                new SpokenTime(entry.start(), zone).hour(),
                Spoken.when(entry, zone),
                Spoken.hours(entry, zone),
                entry.session(),
                entry.status().name(),
                entry.caseId().filter(held::contains).isPresent());
    }

    public List<Day> getDays() {
        return days;
    }

    public List<Row> getCancelled() {
        return cancelled;
    }

    public String getWeek() {
        return SpokenTime.week(monday);
    }

    public String getZone() {
        return String.format(exchange.text("diary", "diary.zone"), SpokenTime.place(zone));
    }

    public String getSummary() {
        int sessions = days.stream().mapToInt(day -> day.rows().size()).sum();
        return exchange.counted("diary", "diary.sessions", sessions);
    }

    public boolean isThisWeek() {
        return !today.isBefore(monday) && today.isBefore(monday.plusDays(A_WEEK));
    }

    public String getEarlier() {
        return monday.minusDays(A_WEEK).toString();
    }

    public String getLater() {
        return monday.plusDays(A_WEEK).toString();
    }
}
