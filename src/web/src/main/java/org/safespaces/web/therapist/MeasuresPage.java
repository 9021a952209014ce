package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;
import org.safespaces.keys.VaultLock;
import org.safespaces.measures.AskedForm;
import org.safespaces.measures.Asking;
import org.safespaces.measures.Course;
import org.safespaces.measures.Definition;
import org.safespaces.measures.Definitions;
import org.safespaces.measures.MeasureDoesNotFit;
import org.safespaces.measures.MeasureText;
import org.safespaces.measures.Measures;
import org.safespaces.measures.Result;
import org.safespaces.measures.Results;
import org.safespaces.measures.Rhythm;
import org.safespaces.measures.Score;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.MeasureWords;

/** The measures of a client: what came back, drawn and as a table, and what is asked when. With the vault locked, the second alone. */
@Named
@RequestScoped
public class MeasuresPage {
    private static final String BUNDLE = "measures";
    private static final String HERE = "/therapist/measures?id=";
    private static final List<String> NOTICES = List.of("agreed", "entered", "task");
    private static final Set<AppointmentStatus> HELD = Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.DONE);

    @Inject
    private Measures measures;

    @Inject
    private Definitions definitions;

    @Inject
    private MeasureWords words;

    @Inject
    private Diary diary;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private Optional<Results> results = Optional.empty();
    private List<Asked> asked = List.of();
    private List<LocalDate> back = List.of();
    private List<Instant> sessions = List.of();
    private List<Card> cards = List.of();

    /** A number with what it is. */
    public record Fact(String label, String said) implements Confidential {
        @Override
        public String toString() {
            return "Fact[redacted]";
        }
    }

    /** One measure, drawn. */
    public record Card(
            String title,
            List<Fact> facts,
            List<String> changes,
            MeasureChart chart,
            boolean drawn,
            String described,
            List<String> notes)
            implements Confidential {
        @Override
        public String toString() {
            return "Card[redacted]";
        }
    }

    /** One form in the table. */
    public record Row(String id, String day, String form, String total, String words, String by)
            implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** What was said to the item about safety, once. */
    public record Safety(String day, String said) implements Confidential {
        @Override
        public String toString() {
            return "Safety[redacted]";
        }
    }

    /** What is agreed on about one measure. */
    public record Asked(String title, String when, List<String> said) implements Confidential {
        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Whose page it is is asked before anything is drawn; what was answered is opened for this one answer. */
    public void load() {
        CaseId id = caseId();
        if (exchange.isPost() && agree(id)) {
            return;
        }
        List<AskedForm> open = measures.open(id);
        asked = measures.plan(id).askings().stream()
                .map(asking -> asked(asking, open))
                .toList();
        if (vaultLock.isOpen()) {
            results = Optional.of(measures.results(id));
            sessions = diary.appointmentsOf(id).stream()
                    .filter(entry -> HELD.contains(entry.status()))
                    .map(entry -> entry.start())
                    .toList();
            cards = courses().map(this::card).toList();
        } else {
            back = measures.back(id);
        }
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("id").orElse(null));
    }

    /** Whether it is agreed on, and the page shown elsewhere: nothing is opened for that. */
    private boolean agree(CaseId id) {
        Optional<Rhythm> rhythm = Arrays.stream(Rhythm.values())
                .filter(each ->
                        exchange.parameter("rhythm").filter(each.name()::equals).isPresent())
                .findFirst();
        Optional<String> measure = exchange.parameter("measure")
                .filter(name -> definitions.toAsk(name).isPresent());
        int weeks = weeks(rhythm);
        Optional<LocalDate> until = until();
        if (rhythm.isEmpty() || measure.isEmpty()) {
            complain("measure", "error.form");
        }
        if (!errors.isEmpty()) {
            return false;
        }
        try {
            measures.agree(id, measure.orElseThrow(), rhythm.orElseThrow(), weeks, until);
            exchange.goTo(HERE + id.value() + "&done=agreed");
            return true;
        } catch (MeasureDoesNotFit over) {
            complain("until", "error.until");
            return false;
        }
    }

    private int weeks(Optional<Rhythm> rhythm) {
        if (rhythm.filter(Rhythm.EVERY_FEW_WEEKS::equals).isEmpty()) {
            return 0;
        }
        int typed = exchange.parameter("weeks")
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (typed < 1 || typed > Asking.MOST_WEEKS) {
            complain("weeks", "error.weeks");
        }
        return typed;
    }

    private Optional<LocalDate> until() {
        Optional<String> typed = exchange.parameter("until");
        Optional<LocalDate> day = typed.flatMap(TypedForm::readDay);
        if (typed.isPresent() && day.isEmpty()) {
            complain("until", "error.until");
        }
        return day;
    }

    private void complain(String field, String key) {
        String said = exchange.text(BUNDLE, key);
        if (errors.putIfAbsent(field, said) == null) {
            exchange.complainAt(field, said);
        }
    }

    private Asked asked(Asking asking, List<AskedForm> open) {
        String from = Days.dated(asking.from());
        String when =
                switch (asking.rhythm()) {
                    case OFF, BEFORE_EACH_SESSION -> said("asked.BEFORE_EACH_SESSION");
                    case ONCE -> said("asked.ONCE", from);
                    case EVERY_FEW_WEEKS -> asking.weeks() == 1
                            ? said("asked.EVERY_WEEK", from)
                            : said("asked.EVERY_FEW_WEEKS", asking.weeks(), from);
                };
        String until = asking.until()
                .map(day -> ", " + said("asked.until", Days.dated(day)))
                .orElse("");
        Stream<String> now = open.stream().anyMatch(form -> form.asking().equals(asking.id()))
                ? Stream.of(said("asked.open"))
                : Stream.empty();
        Stream<String> stopped = asking.stoppedOn().map(day -> said("asked.stopped", Days.dated(day))).stream();
        Stream<String> declined = asking.declined().stream().map(one -> said("asked.declined", Days.dated(one.day())));
        return new Asked(
                title(asking.measure()),
                when + until,
                Stream.of(now, stopped, declined).flatMap(each -> each).toList());
    }

    private String title(String measure) {
        return definitions.toAsk(measure).map(Definition::title).orElse(measure);
    }

    public String getId() {
        return caseId().value().toString();
    }

    /** The vault is locked: what was answered is not shown. */
    public boolean isLocked() {
        return results.isEmpty();
    }

    /** That forms have come back which nobody has opened; empty for none. */
    public String getBack() {
        if (back.isEmpty()) {
            return "";
        }
        String first = Days.dated(back.get(0));
        return back.size() == 1 ? said("back.one", first) : said("back.many", back.size(), first);
    }

    public boolean isLeft() {
        return results.filter(Results::left).isPresent();
    }

    public boolean isDoubtful() {
        return results.filter(Results::doubtful).isPresent();
    }

    /** What has just been done; empty for nothing. */
    public String getDone() {
        return exchange.parameter("done")
                .filter(done -> !exchange.isPost() && NOTICES.contains(done))
                .orElse("");
    }

    public List<Asked> getAsked() {
        return asked;
    }

    private Stream<Course> courses() {
        return results.map(Results::courses).stream().flatMap(List::stream);
    }

    private Stream<Result> answered() {
        return courses()
                .flatMap(course -> course.results().stream())
                .sorted(Comparator.comparing(Result::at).reversed());
    }

    public List<Card> getCards() {
        return cards;
    }

    private Card card(Course course) {
        Definition definition = course.definition();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("fact.first", course.first()));
        facts.add(fact("fact.before", course.before()));
        facts.add(fact("fact.latest", course.latest()));
        course.latest()
                .map(latest -> words.beside(latest.score(), latest.definition()))
                .filter(beside -> !beside.isEmpty())
                .ifPresent(beside -> facts.add(new Fact(said("fact.words"), beside)));
        List<String> changes = Stream.of(
                        course.sinceFirst().map(change -> words.change(change, "change.first")),
                        course.sinceBefore().map(change -> words.change(change, "change.before")))
                .flatMap(Optional::stream)
                .toList();
        return new Card(
                definition.title(),
                facts,
                changes,
                MeasureChart.of(course, sessions, zone(), new ChartWords()),
                course.first().isPresent(),
                said("chart", definition.title()),
                notes(course));
    }

    private Fact fact(String key, Optional<Result> result) {
        return new Fact(said(key), result.map(one -> words.digits(one.score())).orElseGet(() -> said("none")));
    }

    /** What has to be said beside a drawing: what is not sure, and a form that has changed. */
    private List<String> notes(Course course) {
        Definition definition = course.definition();
        List<String> notes = new ArrayList<>();
        course.latest()
                .map(latest -> words.clusters(latest.score()))
                .filter(parts -> !parts.isEmpty())
                .ifPresent(notes::add);
        if (course.results().stream()
                        .map(result -> result.definition().hash())
                        .distinct()
                        .count()
                > 1) {
            notes.add(said("chart.version"));
        }
        if (!definition.toCheck().isEmpty()) {
            notes.add(said(
                    "chart.open",
                    String.join(
                            "; ",
                            definition.toCheck().stream()
                                    .map(Definition.OpenFact::what)
                                    .toList())));
        }
        if (!definition.credit().isEmpty()) {
            notes.add(definition.credit());
        }
        return notes;
    }

    /** What the drawing says. */
    private final class ChartWords implements MeasureChart.Words {
        @Override
        public String total(Result result) {
            return words.digits(result.score()) + (result.score().estimated() ? "*" : "");
        }

        @Override
        public String answered(Result result) {
            return words.answered(result.score());
        }

        @Override
        public String threshold(Definition definition) {
            String at = said(
                    "chart.threshold",
                    definition.threshold().map(Definition.Threshold::inDigits).orElse(""));
            return definition.isSure("threshold") ? at : at + " (" + said("place.open") + ")";
        }
    }

    public List<Row> getRows() {
        return answered()
                .map(result -> new Row(
                        result.id().toString(),
                        Days.dated(day(result)),
                        result.definition().title(),
                        words.total(result.score(), result.definition()),
                        words.beside(result.score(), result.definition()),
                        said("by." + result.by().name())))
                .toList();
    }

    /** What was said to items about safety, the newest first; in words, and never drawn. */
    public List<Safety> getSafety() {
        return answered()
                .filter(result -> result.score().safety() != Score.Safety.NOT_ASKED)
                .map(result -> new Safety(Days.dated(day(result)), safety(result)))
                .toList();
    }

    private String safety(Result result) {
        Definition definition = result.definition();
        int item = definition.safetyItem().orElseThrow();
        String answer = result.answers()
                .item(item)
                .map(value -> answer(definition, value))
                .orElse("");
        return switch (result.score().safety()) {
            case YES -> said("safety.yes", definition.title(), item, answer);
            case NO -> said("safety.no", definition.title(), item, answer);
            case NOT_ANSWERED, NOT_ASKED -> said("safety.blank", definition.title(), item);
        };
    }

    private String answer(Definition definition, int value) {
        return definition
                .words()
                .map(MeasureText::answers)
                .map(all -> value < definition.scale().least()
                        ? said("answers.none")
                        : all.get(value - definition.scale().least()))
                .orElseGet(() -> String.valueOf(value));
    }

    private LocalDate day(Result result) {
        return LocalDate.ofInstant(result.at(), zone());
    }

    private ZoneId zone() {
        return diary.zone();
    }

    private Optional<Result> looked() {
        return exchange.parameter("look").flatMap(id -> answered()
                .filter(result -> result.id().toString().equals(id))
                .findFirst());
    }

    /** The form whose answers are listed; empty for none. */
    public String getLooked() {
        return looked().map(result -> said("answers.h2", result.definition().title(), Days.dated(day(result))))
                .orElse("");
    }

    /** Its answers, item by item. */
    public List<Fact> getAnswers() {
        return looked().map(this::answers).orElse(List.of());
    }

    private List<Fact> answers(Result result) {
        Definition definition = result.definition();
        List<Fact> lines = new ArrayList<>();
        for (int item = 1; item <= definition.items(); item++) {
            int number = item;
            String text = definition
                    .words()
                    .map(MeasureText::items)
                    .map(all -> number + ". " + all.get(number - 1))
                    .orElseGet(() -> said("answers.item", number));
            lines.add(new Fact(
                    text,
                    result.answers()
                            .item(item)
                            .map(value -> answer(definition, value))
                            .orElseGet(() -> said("answers.blank"))));
        }
        definition
                .words()
                .flatMap(MeasureText::extra)
                .ifPresent(extra -> lines.add(new Fact(
                        extra.question() + " (" + said("fill.extra") + ")",
                        result.answers().extra().map(extra.answers()::get).orElseGet(() -> said("answers.blank")))));
        return lines;
    }

    /** Measures that can be asked or filled in together. */
    public List<Choice> getForms() {
        String typed = typed("measure");
        return definitions.toAsk().stream()
                .map(one -> new Choice(one.measure(), one.title(), one.measure().equals(typed)))
                .toList();
    }

    public String together(String title) {
        return said("together", title);
    }

    public List<Choice> getRhythms() {
        String typed = typed("rhythm");
        return Arrays.stream(Rhythm.values())
                .map(one -> new Choice(
                        one.name(), said("rhythm." + one.name()), one.name().equals(typed)))
                .toList();
    }

    /** What stands in a field. */
    public String typed(String field) {
        return exchange.isPost() ? exchange.parameter(field).orElse("") : "";
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    private String said(String key, Object... values) {
        return String.format(Locale.UK, exchange.text(BUNDLE, key), values);
    }
}
