package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.ExceptionDay;
import org.safespaces.scheduling.HoursDoNotFit;
import org.safespaces.scheduling.OpenHours;
import org.safespaces.scheduling.OwnHours;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.StartTimes;
import org.safespaces.scheduling.TimeOff;
import org.safespaces.scheduling.Week;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** When she is open: weekly hours, days that differ, leave, blocked time, and how a day is divided. */
@Named
@RequestScoped
public class AvailabilityPage {
    private static final String HERE = "/therapist/availability";
    private static final List<String> DONE = List.of("week", "day", "usual", "leave", "blocked", "drop", "divide");

    @Inject
    private OwnHours own;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private TypedForm typed;
    private List<HoursRow> week = List.of();
    private List<HoursRow> day = List.of();
    private Week shown;
    private List<Outside> outside;

    /** A day of the week and the two stretches it can have. */
    public record Day(String id, String name, List<HoursRow> rows) {}

    /** A line of a list: what it is, and the name under which it is taken back or changed. */
    public record Line(String id, String said, String more) {}

    /** An appointment that lies outside. */
    public record Outside(String id, String initials, String designation, String when) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Shows what there is, or takes what was typed. */
    public void prepare() {
        typed = new TypedForm(exchange);
        shown = own.weekOf(asked());
        week = rows(shown.hours());
        day = List.of(blank("da", false), blank("db", true));
        if (exchange.isPost()) {
            try {
                take();
            } catch (DiaryBusy busy) {
                exchange.complain(null, "diary", "availability.error.busy");
            }
        }
    }

    private LocalDate asked() {
        LocalDate today = diary.today();
        return exchange.parameter("week")
                .flatMap(TypedForm::readDay)
                .filter(date -> date.isAfter(today))
                .orElse(today);
    }

    private static List<HoursRow> rows(List<OpenHours> hours) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(each -> Stream.of(
                        HoursRow.kept(id(each, false), each, false, hours),
                        HoursRow.kept(id(each, true), each, true, hours)))
                .toList();
    }

    private static HoursRow blank(String id, boolean second) {
        return new HoursRow(id, DayOfWeek.MONDAY, second, "", "", "");
    }

    private static String id(DayOfWeek day, boolean second) {
        return "h" + day.getValue() + (second ? "b" : "a");
    }

    private void take() {
        String[] act = exchange.parameter("do").orElse("").split(":", 2);
        switch (act[0]) {
            case "week" -> takeWeek();
            case "day" -> takeDay();
            case "leave" -> takeLeave();
            case "blocked" -> takeBlocked();
            case "divide" -> takeDivision();
            case "usual" -> day(act).ifPresent(date -> done("usual", () -> own.openAsUsual(date)));
            case "drop" -> done("drop", () -> own.dropTimeOff(Ids.parse(last(act))));
            default -> exchange.goTo(HERE);
        }
    }

    private static String last(String... act) {
        return act.length == 2 ? act[1] : null;
    }

    private static Optional<LocalDate> day(String... act) {
        return Optional.ofNullable(last(act)).flatMap(TypedForm::readDay);
    }

    private void done(String what, Runnable act) {
        act.run();
        exchange.goTo(HERE + "?done=" + what);
    }

    private void takeWeek() {
        week = rows(List.of()).stream()
                .map(row -> typed.hours(row.id(), row.day(), row.second()))
                .toList();
        List<HoursRow> filled = week.stream().filter(row -> !row.isBlank()).toList();
        List<OpenHours> hours = typed.read(filled);
        LocalDate first = typed.dayIfAny("first").orElse(diary.today());
        Optional<LocalDate> last = typed.dayIfAny("last");
        if (typed.isFine()) {
            tryHours(filled, "first", () -> done("week", () -> own.openOn(hours, first, last)));
        }
    }

    private void takeDay() {
        Optional<LocalDate> date = typed.day("date");
        DayOfWeek weekday = date.map(LocalDate::getDayOfWeek).orElse(DayOfWeek.MONDAY);
        day = List.of(typed.hours("da", weekday, false), typed.hours("db", weekday, true));
        List<HoursRow> filled = day.stream().filter(row -> !row.isBlank()).toList();
        List<OpenHours> hours = typed.read(filled);
        if (typed.isFine()) {
            ExceptionDay exception = new ExceptionDay(date.orElseThrow(), hours);
            tryHours(filled, "date", () -> done("day", () -> own.openDifferently(exception)));
        }
    }

    private void takeLeave() {
        Optional<LocalDate> first = typed.day("leave-first");
        Optional<LocalDate> last = typed.day("leave-last");
        if (typed.isFine()) {
            takeOff(
                    "leave",
                    "leave-last",
                    first.orElseThrow().atStartOfDay(),
                    last.orElseThrow().plusDays(1).atStartOfDay());
        }
    }

    private void takeBlocked() {
        Optional<LocalDate> date = typed.day("block-day");
        Optional<LocalDateTime> from = typed.time("block-from").flatMap(time -> date.map(on -> on.atTime(time)));
        Optional<LocalDateTime> until = typed.time("block-until")
                .flatMap(time -> date.map(on ->
                        HoursRow.closes(time).equals("24:00") ? on.plusDays(1).atStartOfDay() : on.atTime(time)));
        if (typed.isFine()) {
            takeOff("blocked", "block-until", from.orElseThrow(), until.orElseThrow());
        }
    }

    private void takeOff(String kind, String field, LocalDateTime from, LocalDateTime until) {
        TimeOff.Kind off = "leave".equals(kind) ? TimeOff.Kind.LEAVE : TimeOff.Kind.BLOCKED;
        tryHours(List.of(), field, () -> done(kind, () -> own.takeOff(off, from, until)));
    }

    private void takeDivision() {
        Optional<Integer> steps = typed.number("steps", StartTimes.STEPS);
        Optional<Integer> most = typed.number("most", mostADay());
        if (typed.isFine()) {
            done("divide", () -> own.divide(new StartTimes(steps.orElseThrow(), most.orElseThrow())));
        }
    }

    private void tryHours(List<HoursRow> filled, String field, Runnable act) {
        try {
            act.run();
        } catch (HoursDoNotFit wrong) {
            String key = "availability.error." + wrong.reason();
            switch (wrong.reason()) {
                case CLOSES_BEFORE_OPENING, OVERLAPS -> typed.complain(filled.get(wrong.place()), "closes", key);
                default -> typed.complain(field, key);
            }
        }
    }

    private static List<Integer> mostADay() {
        return IntStream.rangeClosed(1, StartTimes.LONGEST_DAY).boxed().toList();
    }

    /** Once it is looked up: on a post the page is gone through before that. */
    public boolean isReady() {
        return shown != null;
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return typed.wrong(field);
    }

    /** What was typed into a field that was not taken. */
    public String typed(String field) {
        return exchange.isPost() ? exchange.parameter(field).orElse("") : "";
    }

    /** No hours are set, and none are being typed. */
    public boolean isClosed() {
        return !exchange.isPost()
                && own.weeks().stream().allMatch(each -> each.hours().isEmpty());
    }

    public List<Day> getDays() {
        Map<DayOfWeek, List<HoursRow>> byDay =
                week.stream().map(row -> row.with(typed.wrong(row.id()))).collect(Collectors.groupingBy(HoursRow::day));
        return Arrays.stream(DayOfWeek.values())
                .map(each -> new Day("h" + each.getValue(), TypedForm.name(each), byDay.get(each)))
                .toList();
    }

    /** The two stretches of a date of its own. */
    public List<HoursRow> getDayRows() {
        return day.stream().map(row -> row.with(typed.wrong(row.id()))).toList();
    }

    public String getFirst() {
        LocalDate today = diary.today();
        String from =
                shown.from().filter(date -> date.isAfter(today)).orElse(today).toString();
        return exchange.isPost() ? typed("first") : from;
    }

    public String getLast() {
        return exchange.isPost()
                ? typed("last")
                : shown.until().map(LocalDate::toString).orElse("");
    }

    public String getToday() {
        return diary.today().toString();
    }

    /** Weeks that are set for later than the one shown first. */
    public List<Line> getLater() {
        return own.weeks().stream()
                .filter(each ->
                        each.from().filter(date -> date.isAfter(diary.today())).isPresent())
                .map(each -> new Line(each.from().orElseThrow().toString(), stretch(each), open(each.hours())))
                .toList();
    }

    private String stretch(Week each) {
        String from = Days.dated(each.from().orElseThrow());
        return each.until()
                .map(until ->
                        String.format(exchange.text("diary", "availability.later.until"), from, Days.dated(until)))
                .orElse(String.format(exchange.text("diary", "availability.later.from"), from));
    }

    private String open(List<OpenHours> hours) {
        List<String> days = hours.stream()
                .map(each -> TypedForm.name(each.day()))
                .distinct()
                .toList();
        return days.isEmpty() ? exchange.text("diary", "availability.day.closed") : String.join(", ", days);
    }

    public List<Line> getExceptions() {
        return own.exceptions().stream()
                .map(each -> new Line(each.date().toString(), Days.day(each.date()), hours(each)))
                .toList();
    }

    private String hours(ExceptionDay each) {
        return each.hours().isEmpty()
                ? exchange.text("diary", "availability.day.closed")
                : each.hours().stream()
                        .map(open -> open.opens() + " " + exchange.text("diary", "availability.to") + " "
                                + HoursRow.closes(open.closes()))
                        .collect(Collectors.joining(", "));
    }

    public List<Line> getLeave() {
        return off(TimeOff.Kind.LEAVE);
    }

    public List<Line> getBlocked() {
        return off(TimeOff.Kind.BLOCKED);
    }

    private List<Line> off(TimeOff.Kind kind) {
        ZoneId zone = diary.zone();
        return own.timeOff().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> new Line(each.id().toString(), Spoken.off(each, zone), ""))
                .toList();
    }

    public List<Choice> getSteps() {
        return choices("steps", StartTimes.STEPS, own.startTimes().everyMinutes());
    }

    public List<Choice> getMost() {
        return choices("most", mostADay(), own.startTimes().mostADay());
    }

    private List<Choice> choices(String field, List<Integer> all, int now) {
        String before = exchange.isPost() ? exchange.parameter(field).orElse(String.valueOf(now)) : String.valueOf(now);
        return all.stream()
                .map(String::valueOf)
                .map(each -> new Choice(each, each, each.equals(before)))
                .toList();
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(DONE::contains).orElse("");
    }

    public String getZone() {
        return String.format(exchange.text("diary", "availability.zone"), SpokenTime.place(diary.zone()));
    }

    /** Appointments to come that do not lie in open time; each waits for a decision, and stays where it is. */
    public List<Outside> getOutside() {
        if (outside == null) {
            outside = own.outside().stream().map(this::outside).toList();
        }
        return outside;
    }

    private Outside outside(DiaryEntry entry) {
        String designation = Spoken.whose(entry, exchange);
        return new Outside(
                entry.id().toString(), Initials.of(designation), designation, Spoken.when(entry, diary.zone()));
    }
}
