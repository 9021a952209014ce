package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.HoursDoNotFit;
import org.safespaces.scheduling.OpenHours;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class AvailabilityPage {
    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private List<Row> rows = List.of();

    /** A day of the week and the two stretches it can have. */
    public record Day(String id, String name, List<Row> rows) {}

    /** What stands in the two fields of a stretch: as kept, or as typed. */
    public record Row(String id, DayOfWeek day, boolean second, String opens, String closes, String error) {
        boolean isBlank() {
            return opens.isEmpty() && closes.isEmpty();
        }
    }

    /** Shows the hours there are, or takes those that were typed. */
    public void prepare() {
        if (exchange.isPost()) {
            rows = each((day, second) -> typed(day, second));
            save();
        } else {
            List<OpenHours> week = diary.weeklyHours();
            rows = each((day, second) -> kept(day, second, week));
        }
    }

    private interface Maker {
        Row row(DayOfWeek day, boolean second);
    }

    private static List<Row> each(Maker maker) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Stream.of(maker.row(day, false), maker.row(day, true)))
                .toList();
    }

    private Row typed(DayOfWeek day, boolean second) {
        String id = id(day, second);
        return new Row(
                id,
                day,
                second,
                exchange.parameter(id + "-opens").orElse(""),
                exchange.parameter(id + "-closes").orElse(""),
                "");
    }

    private static Row kept(DayOfWeek day, boolean second, List<OpenHours> week) {
        return week.stream()
                .filter(hours -> hours.day() == day)
                .skip(second ? 1 : 0)
                .findFirst()
                .map(hours ->
                        new Row(id(day, second), day, second, hours.opens().toString(), closes(hours.closes()), ""))
                .orElse(new Row(id(day, second), day, second, "", "", ""));
    }

    private static String closes(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time.toString();
    }

    private static String id(DayOfWeek day, boolean second) {
        return "h" + day.getValue() + (second ? "b" : "a");
    }

    private void save() {
        List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        List<OpenHours> week = new ArrayList<>();
        filled.forEach(row -> read(row, week));
        if (errors.isEmpty()) {
            save(filled, week);
        }
    }

    private void save(List<Row> filled, List<OpenHours> week) {
        try {
            diary.openOn(week);
            exchange.goTo("/therapist/availability?saved=1");
        } catch (HoursDoNotFit wrong) {
            Row row = filled.get(wrong.place());
            complain(row, "closes", "availability.error." + wrong.reason());
        } catch (DiaryBusy busy) {
            exchange.complain(null, "diary", "availability.error.busy");
        }
    }

    private void read(Row row, List<OpenHours> week) {
        LocalTime opens = read(row, "opens", row.opens());
        LocalTime closes = read(row, "closes", row.closes());
        if (opens != null && closes != null) {
            week.add(new OpenHours(row.day(), opens, closes));
        }
    }

    private LocalTime read(Row row, String field, String typed) {
        if (typed.isEmpty()) {
            complain(row, field, "availability.error.half");
            return null;
        }
        LocalTime time = TypedTime.read(typed).orElse(null);
        if (time == null) {
            complain(row, field, "availability.error.time");
        }
        return time;
    }

    private void complain(Row row, String field, String key) {
        if (!errors.containsKey(row.id())) {
            String said = exchange.text("diary", key);
            errors.put(row.id(), said);
            exchange.complainAt(row.id() + "-" + field, name(row.day()) + ": " + said);
        }
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** No hours are set, and none are being typed. */
    public boolean isClosed() {
        return !exchange.isPost() && rows.stream().allMatch(Row::isBlank);
    }

    public List<Day> getDays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        "h" + day.getValue(),
                        name(day),
                        rows.stream()
                                .filter(row -> row.day() == day)
                                .map(this::withError)
                                .toList()))
                .toList();
    }

    private Row withError(Row row) {
        String error = errors.getOrDefault(row.id(), "");
        return new Row(row.id(), row.day(), row.second(), row.opens(), row.closes(), error);
    }

    public boolean isSaved() {
        return exchange.parameter("saved").isPresent();
    }

    public String getZone() {
        return String.format(exchange.text("diary", "availability.zone"), SpokenTime.place(diary.zone()));
    }

    /** Appointments to come that do not lie in these hours; said, and left where they are. */
    public List<String> getOutside() {
        return diary.outsideHours().stream()
                .map(entry -> Spoken.whose(entry, exchange) + ", " + Spoken.when(entry, diary.zone()))
                .toList();
    }
}
