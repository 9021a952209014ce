package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.access.Confidential;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.measures.AnswerRefused;
import org.safespaces.measures.Answers;
import org.safespaces.measures.AskedForm;
import org.safespaces.measures.Definition;
import org.safespaces.measures.FormGone;
import org.safespaces.measures.MeasureText;
import org.safespaces.measures.OwnForms;
import org.safespaces.measures.Score;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.MeasureQuestions;
import org.safespaces.web.frame.MeasureWords;

/**
 * A form that a client fills in if she wants to. What it comes to, and whom she can call, stands in the answer to her sending and nowhere
 * else: an address that says so would stay in the browser (decision 0040).
 */
@Named
@RequestScoped
public class FormPage {
    private static final String BUNDLE = "measures";

    @Inject
    private OwnForms forms;

    @Inject
    private MeasureQuestions questions;

    @Inject
    private MeasureWords words;

    @Inject
    private Booking booking;

    @Inject
    private Exchange exchange;

    private Optional<AskedForm> form;
    private List<Line> open;
    private Optional<Score> score = Optional.empty();

    /** A form that is open, by what it is about. */
    public record Line(String id, String about, String until) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Shows the form; or does what was asked. */
    public void load() {
        form = found();
        if (exchange.isPost()) {
            form.ifPresent(this::act);
        }
    }

    private Optional<AskedForm> found() {
        try {
            UUID id = Ids.parse(exchange.parameter("id").orElse(null));
            return Optional.of(forms.find(id));
        } catch (FormGone sentOrOver) {
            return Optional.empty();
        }
    }

    private void act(AskedForm asked) {
        try {
            switch (exchange.parameter("do").orElse("")) {
                case "send" -> send(asked);
                case "later" -> {
                    forms.notThisTime(asked.id());
                    exchange.goTo("/client/form?done=later&id=" + asked.id());
                }
                case "stop" -> {
                    forms.stopAsking(asked.id());
                    exchange.goTo("/client/form?done=stop&id=" + asked.id());
                }
                default -> exchange.goTo("/client/form?id=" + asked.id());
            }
        } catch (AnswerRefused notOfThisForm) {
            exchange.complainAt(null, exchange.text(BUNDLE, "own.error.answer"));
        } catch (FormGone meanwhile) {
            form = Optional.empty();
        } catch (KeysDoNotFit | KeystoreUnavailable notNow) {
            exchange.complainAt(null, exchange.text(BUNDLE, "own.error.later"));
        }
    }

    /** A form in which nothing is answered would be used up for nothing: most likely the button was touched by mistake. */
    private void send(AskedForm asked) {
        Answers answers = questions.read(asked.definition());
        if (answers.answered() == 0) {
            exchange.complainAt(null, exchange.text(BUNDLE, "own.error.blank"));
            return;
        }
        score = Optional.of(forms.send(asked.id(), answers));
    }

    /** Forms that are open for her now; for her own space. */
    public List<Line> getOpen() {
        if (open == null) {
            open = forms.open().stream().map(this::line).toList();
        }
        return open;
    }

    private Line line(AskedForm asked) {
        ZoneId zone = booking.zone();
        return new Line(
                asked.id().toString(),
                about("open.one", asked.definition()) + " ("
                        + asked.definition().title() + ")",
                asked.closes().map(end -> until(end, zone)).orElse(""));
    }

    /** A form that closes at midnight is open for the whole day before, and is said to be. */
    private String until(Instant end, ZoneId zone) {
        boolean midnight = end.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        SpokenTime last = new SpokenTime(midnight ? end.minusSeconds(1) : end, zone);
        return String.format(
                Locale.UK,
                exchange.text(BUNDLE, "open.until"),
                midnight ? last.day() : last.day() + ", " + last.hour());
    }

    private String about(String key, Definition definition) {
        String period = definition.words().map(MeasureText::period).orElse("");
        return period.isEmpty()
                ? exchange.text(BUNDLE, "own.h1.plain")
                : String.format(Locale.UK, exchange.text(BUNDLE, key), period);
    }

    private Optional<Definition> definition() {
        return form == null ? Optional.empty() : form.map(AskedForm::definition);
    }

    private String text(Function<MeasureText, String> part) {
        return definition().flatMap(Definition::words).map(part).orElse("");
    }

    /** It has just been sent: this answer alone says what it comes to. */
    public boolean isSent() {
        return score.isPresent();
    }

    /** There is something to fill in. */
    public boolean isAsked() {
        return form != null && form.isPresent() && score.isEmpty();
    }

    /** What was said of it with a button: nothing, {@code later} or {@code stop}. */
    public String getDone() {
        return exchange.parameter("done")
                .filter(done -> !exchange.isPost() && !isAsked() && (done.equals("later") || done.equals("stop")))
                .orElse("");
    }

    public String getId() {
        return form == null ? "" : form.map(asked -> asked.id().toString()).orElse("");
    }

    public String getHeading() {
        return definition().map(one -> about("own.h1", one)).orElseGet(() -> exchange.text(BUNDLE, "own.h1.plain"));
    }

    public String getName() {
        return definition().map(Definition::title).orElse("");
    }

    public String getInstruction() {
        return text(MeasureText::instruction);
    }

    public String getAbout() {
        return text(MeasureText::about);
    }

    public String getCredit() {
        return definition().map(Definition::credit).orElse("");
    }

    public List<MeasureQuestions.Item> getItems() {
        return isAsked() ? questions.of(definition().orElseThrow()) : List.of();
    }

    public boolean isSeeing() {
        return exchange.isPost()
                && exchange.parameter("see").filter("yes"::equals).isPresent();
    }

    /** The answer about safety was any but the first, whatever the total. */
    public boolean isCare() {
        return score.filter(Score::asksToBeRead).isPresent();
    }

    /** What it comes to, if she asked to see it; empty otherwise. */
    public String getTotal() {
        return shown(result -> words.total(result, definition().orElseThrow()));
    }

    public String getBeside() {
        return shown(result -> words.beside(result, definition().orElseThrow()));
    }

    private String shown(Function<Score, String> part) {
        return score.filter(result -> isSeeing()).map(part).orElse("");
    }
}
