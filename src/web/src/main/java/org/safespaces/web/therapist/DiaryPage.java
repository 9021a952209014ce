package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryDay;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** Her diary: a day, a week, or what is to come as a list. */
@Named
@RequestScoped
public class DiaryPage {
    private static final int A_WEEK = 7;
    private static final int AGENDA = 28;
    private static final List<String> DONE = List.of("series", "moved");
    private static final List<String> VIEWS = List.of("day", "week", "agenda");

    @Inject
    private Diary diary;

    @Inject
    private Requests waiting;

    @Inject
    private Exchange exchange;

    private String view = "week";
    private LocalDate first;
    private LocalDate today;
    private ZoneId zone;
    private DiaryGrid grid;
    private List<Line> cancelled = List.of();
    private List<Line> requests = List.of();

    /** A way of looking, and where it is. */
    public record View(String name, String word, String address, boolean shown) {}

    /** An appointment in a list. */
    public record Line(String id, String designation, String initials, String when, String status) {
        static Line of(DiaryEntry entry, ZoneId zone, Exchange exchange) {
            String designation = Spoken.whose(entry, exchange);
            return new Line(
                    entry.id().toString(),
                    designation,
                    Initials.of(designation),
                    Spoken.when(entry, zone),
                    exchange.text("diary", "diary.status." + entry.status()));
        }
    }

    public void load() {
        zone = diary.zone();
        today = diary.today();
        view = exchange.parameter("view").filter(VIEWS::contains).orElse("week");
        LocalDate asked = exchange.parameter("date")
                .map(typed -> TypedForm.readDay(typed).orElseThrow(NoSuchPerson::new))
                .orElse(today);
        first = isWeek() ? asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : asked;
        List<DiaryDay> days = diary.days(first, length());
        List<DiaryDay> shown = isAgenda() ? days.stream().filter(this::belongs).toList() : days;
        grid = new DiaryGrid(shown, zone, diary.now(), exchange);
        requests = waiting.waiting().stream().map(this::line).toList();
        cancelled = isWeek() ? diary.cancelled(first).stream().map(this::line).toList() : List.of();
    }

    private boolean belongs(DiaryDay day) {
        return !day.entries().isEmpty() || !day.off().isEmpty();
    }

    private int length() {
        return isWeek() ? A_WEEK : isAgenda() ? AGENDA : 1;
    }

    private Line line(DiaryEntry entry) {
        return Line.of(entry, zone, exchange);
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.parameter("done").filter(DONE::contains).orElse("");
    }

    public DiaryGrid getGrid() {
        return grid;
    }

    public List<Line> getCancelled() {
        return cancelled;
    }

    /** First sessions that wait for her word. */
    public List<Line> getRequests() {
        return requests;
    }

    public List<View> getViews() {
        return VIEWS.stream()
                .map(each -> new View(
                        each,
                        exchange.text("diary", "diary.view." + each),
                        address(each, isWeek() && isThisWeek() ? today : first),
                        each.equals(view)))
                .toList();
    }

    private static String address(String view, LocalDate date) {
        return "/therapist/diary?view=" + view + "&date=" + date;
    }

    /** The page of one day. */
    public String day(String date) {
        return "/therapist/diary?view=day&date=" + date;
    }

    public boolean isWeek() {
        return "week".equals(view);
    }

    public boolean isAgenda() {
        return "agenda".equals(view);
    }

    public boolean isDay() {
        return "day".equals(view);
    }

    public String getSaid() {
        if (isDay()) {
            return Days.day(first);
        }
        return isWeek()
                ? SpokenTime.week(first)
                : String.format(exchange.text("diary", "diary.agenda.from"), Days.day(first));
    }

    public String getZone() {
        return String.format(exchange.text("diary", "diary.zone"), SpokenTime.place(zone));
    }

    public String getSummary() {
        return exchange.counted("diary", "diary.sessions", grid.getSessions());
    }

    public boolean isNow() {
        return isWeek() ? isThisWeek() : first.equals(today);
    }

    private boolean isThisWeek() {
        return !today.isBefore(first) && today.isBefore(first.plusDays(A_WEEK));
    }

    public String getThisOne() {
        return address(view, today);
    }

    public String getEarlier() {
        return address(view, first.minusDays(length()));
    }

    public String getLater() {
        return address(view, first.plusDays(length()));
    }
}
