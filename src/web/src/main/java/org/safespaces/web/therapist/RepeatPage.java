package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.safespaces.access.Cases;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.OwnAppointment;
import org.safespaces.scheduling.Part;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.Repeating;
import org.safespaces.scheduling.Rhythm;
import org.safespaces.scheduling.SeriesDoesNotFit;
import org.safespaces.scheduling.SessionKind;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** A series: its rhythm, each of its dates with what is in the way, and then all of what was confirmed, or none of it. */
@Named
@RequestScoped
public class RepeatPage {
    private static final List<String> CHOICES = List.of("keep", "skip", "other");

    @Inject
    private Diary diary;

    @Inject
    private Repeating repeating;

    @Inject
    private Cases cases;

    @Inject
    private Exchange exchange;

    private TypedForm typed;
    private OwnAppointment moving;
    private String designation = "";
    private CaseId client;
    private List<SessionKind> kinds = List.of();
    private SessionKind kind;
    private Rhythm rhythm;
    private List<Repeating.Moved> moved = List.of();
    private List<PlannedTime> planned = List.of();
    private List<Row> rows = List.of();
    private boolean ready;

    /** One date, and what becomes of it. */
    public record Row(
            int nth,
            String from,
            String said,
            String elsewhere,
            boolean shifts,
            boolean twice,
            String inTheWay,
            boolean possible,
            String choice,
            String day,
            String time,
            String wrong) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Asks for a rhythm, shows its dates, or books what was confirmed. */
    public void load() {
        typed = new TypedForm(exchange);
        if (exchange.parameter("move").isPresent()) {
            loadMoving();
        } else {
            loadClient();
        }
        rows = IntStream.range(0, planned.size()).mapToObj(this::row).toList();
        if (exchange.isPost()) {
            take(exchange.parameter("do").orElse(""));
        }
        ready = true;
    }

    private void loadMoving() {
        UUID id = Ids.parse(exchange.parameter("move").orElse(null));
        moving = diary.find(id);
        designation = Spoken.whose(moving.entry(), exchange);
        LocalDateTime wall = wall("day", "time").orElseThrow(NoSuchPerson::new);
        moved = repeating.moving(id, part(), wall);
        planned = moved.stream().map(Repeating.Moved::to).toList();
    }

    private void loadClient() {
        client = CaseId.parse(exchange.parameter("case").orElse(null));
        designation = cases.mine(client).designation();
        kinds = diary.kinds();
        kind = kinds.stream()
                .filter(each -> each.id().toString().equals(typed("type")))
                .findFirst()
                .or(() -> kinds.stream().findFirst())
                .orElseThrow(NoSuchPerson::new);
        wall("day", "time").ifPresent(first -> rhythm = rhythm(first).orElse(null));
        if (rhythm != null && !"look".equals(typed("do"))) {
            planned = repeating.preview(client, kind.id(), rhythm);
        }
    }

    private Optional<Rhythm> rhythm(LocalDateTime first) {
        Optional<Integer> every = number("every", Rhythm.DISTANCES);
        Optional<Integer> times = number("times", times());
        return every.flatMap(
                weeks -> times.map(many -> new Rhythm(first.toLocalDate(), first.toLocalTime(), weeks, many)));
    }

    private Optional<Integer> number(String field, List<Integer> possible) {
        return possible.stream()
                .filter(each -> String.valueOf(each).equals(typed(field)))
                .findFirst();
    }

    private static List<Integer> times() {
        return IntStream.rangeClosed(2, Rhythm.MOST).boxed().toList();
    }

    private Optional<LocalDateTime> wall(String day, String time) {
        Optional<LocalDate> date = exchange.parameter(day).flatMap(TypedForm::readDay);
        Optional<LocalTime> hour = exchange.parameter(time).flatMap(TypedTime::read);
        return date.flatMap(on -> hour.map(on::atTime));
    }

    private Part part() {
        return Arrays.stream(Part.values())
                .filter(each -> each.name().equals(typed("part")))
                .findFirst()
                .orElse(Part.FOLLOWING);
    }

    private Row row(int nth) {
        PlannedTime to = planned.get(nth);
        boolean gap = to.kind() == PlannedTime.Kind.DOES_NOT_EXIST;
        String usual = to.isPossible() ? "keep" : gap ? "other" : "";
        return new Row(
                nth,
                moved.isEmpty() ? "" : new SpokenTime(moved.get(nth).from(), to.zone()).day(),
                gap ? said(to.meant()) : PlannedWords.brief(to),
                PlannedWords.elsewhere(to, exchange),
                to.shifts(),
                to.twice(),
                to.kind() == PlannedTime.Kind.FREE ? "" : PlannedWords.inTheWay(to, exchange),
                to.isPossible(),
                exchange.isPost() ? typed("choice-" + nth) : usual,
                exchange.isPost() ? typed("day-" + nth) : gap ? to.said().date().toString() : "",
                exchange.isPost() ? typed("time-" + nth) : gap ? to.said().hour() : "",
                "");
    }

    private static String said(LocalDateTime meant) {
        return Days.day(meant.toLocalDate()) + " " + meant.getYear() + ", " + meant.toLocalTime();
    }

    private void take(String act) {
        switch (act) {
            case "look" -> look();
            case "book" -> confirm();
            default -> exchange.goTo("/therapist/diary");
        }
    }

    private void look() {
        Optional<LocalDate> day = typed.day("day");
        Optional<LocalTime> time = typed.time("time");
        Optional<Integer> every = typed.number("every", Rhythm.DISTANCES);
        Optional<Integer> times = typed.number("times", times());
        if (typed.isFine()) {
            exchange.goTo("/therapist/repeat?case=" + client.value() + "&type=" + kind.id() + "&day="
                    + day.orElseThrow() + "&time=" + time.orElseThrow() + "&every=" + every.orElseThrow() + "&times="
                    + times.orElseThrow());
        }
    }

    private void confirm() {
        List<Integer> kept = new ArrayList<>();
        List<LocalDateTime> walls = new ArrayList<>();
        for (Row row : rows) {
            chosen(row).ifPresent(wall -> {
                kept.add(row.nth());
                walls.add(wall);
            });
        }
        if (!typed.isFine()) {
            rows = rows.stream()
                    .map(row -> with(row, typed.wrong("choice-" + row.nth())))
                    .toList();
        } else if (walls.isEmpty()) {
            exchange.complain(null, "diary", "repeat.none");
        } else {
            keep(kept, walls);
        }
    }

    /** What becomes of a date; empty when it is left out, or when that was not said. */
    private Optional<LocalDateTime> chosen(Row row) {
        String field = "choice-" + row.nth();
        String choice = typed(field);
        if (!CHOICES.contains(choice) || "keep".equals(choice) && !row.possible()) {
            typed.complain(field, "repeat.choose");
            return Optional.empty();
        }
        if ("other".equals(choice)) {
            Optional<LocalDateTime> other = wall("day-" + row.nth(), "time-" + row.nth());
            if (other.isEmpty()) {
                typed.complain(field, "repeat.other");
            }
            return other;
        }
        return "keep".equals(choice) ? Optional.of(planned.get(row.nth()).meant()) : Optional.empty();
    }

    private void keep(List<Integer> kept, List<LocalDateTime> walls) {
        try {
            if (moving == null) {
                repeating.book(client, kind.id(), rhythm, walls, Ids.parse(typed("key")));
            } else {
                repeating.move(kept.stream().map(nth -> moved.get(nth).id()).toList(), walls, part());
            }
            exchange.goTo("/therapist/diary?date=" + walls.get(0).toLocalDate() + "&done="
                    + (moving == null ? "series" : "moved"));
        } catch (SeriesDoesNotFit now) {
            inTheWay(kept, now.planned());
        } catch (SlotTaken | WrongStatus meanwhile) {
            exchange.complain(null, "diary", "repeat.changed");
        } catch (DiaryBusy busy) {
            exchange.complain(null, "diary", "appointment.done.busy");
        }
    }

    private void inTheWay(List<Integer> kept, List<PlannedTime> now) {
        exchange.complain(null, "diary", "repeat.changed");
        List<Row> told = new ArrayList<>(rows);
        for (int i = 0; i < kept.size(); i++) {
            PlannedTime each = now.get(i);
            if (!each.isPossible()) {
                int nth = kept.get(i);
                told.set(nth, with(told.get(nth), PlannedWords.inTheWay(each, exchange)));
            }
        }
        rows = told;
    }

    private static Row with(Row row, String wrong) {
        return new Row(
                row.nth(),
                row.from(),
                row.said(),
                row.elsewhere(),
                row.shifts(),
                row.twice(),
                row.inTheWay(),
                row.possible(),
                row.choice(),
                row.day(),
                row.time(),
                wrong);
    }

    /** Once it is looked up: on a post the page is gone through before that. */
    public boolean isReady() {
        return ready;
    }

    public String getDesignation() {
        return designation;
    }

    /** A series that moves, and not a new one. */
    public boolean isMoving() {
        return moving != null;
    }

    /** Where this page was come from. */
    public String getBack() {
        return moving == null
                ? "/therapist/client?id=" + client.value()
                : "/therapist/appointment?id=" + moving.entry().id();
    }

    public String getCaseId() {
        return client == null ? "" : client.value().toString();
    }

    public String getMove() {
        return moving == null ? "" : moving.entry().id().toString();
    }

    public String getPart() {
        return part().name();
    }

    public String getType() {
        return kind == null ? "" : kind.id().toString();
    }

    public List<Choice> getKinds() {
        return kinds.stream()
                .map(each -> new Choice(each.id().toString(), each.name(), each.equals(kind)))
                .toList();
    }

    public List<Choice> getDistances() {
        return choices("every", Rhythm.DISTANCES, "1").stream()
                .map(each ->
                        new Choice(each.value(), exchange.text("diary", "repeat.every." + each.value()), each.chosen()))
                .toList();
    }

    public List<Choice> getTimes() {
        return choices("times", times(), "6");
    }

    private List<Choice> choices(String field, List<Integer> all, String usual) {
        String now = exchange.parameter(field).orElse(usual);
        return all.stream()
                .map(String::valueOf)
                .map(each -> new Choice(each, each, each.equals(now)))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    /** How many of the dates need a word. */
    public String getSummary() {
        int conflicts = (int) rows.stream().filter(row -> !row.possible()).count();
        return exchange.counted("diary", "repeat.conflicts", conflicts);
    }

    /** Drawn for this page: sent twice, it books once. */
    public String getKey() {
        return exchange.isPost() && !typed("key").isEmpty()
                ? typed("key")
                : Ids.fresh().toString();
    }

    /** What stands in a field. */
    public String typed(String field) {
        return exchange.parameter(field).orElse("");
    }

    public String wrong(String field) {
        return typed.wrong(field);
    }

    public String getToday() {
        return diary.today().toString();
    }
}
