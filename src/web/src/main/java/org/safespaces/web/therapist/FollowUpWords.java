package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.safespaces.followup.FollowUp;
import org.safespaces.followup.FollowUpEvent;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUpStep;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.Subject;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** Says in words how a task stands: since when, with whom, what is next. All are worded alike, whatever they are about. */
@RequestScoped
class FollowUpWords {
    private static final String BUNDLE = "followup";

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    /** A task in a list, for her who looks at it. */
    FollowUpLine line(FollowUp task) {
        return new FollowUpLine(
                task.id().toString(),
                address(task.subject()),
                task.designation(),
                Initials.of(task.designation()),
                String.join(" ", said(task)),
                task.mine() ? task.state().name() : "");
    }

    /** Where what it is about is read. */
    String address(Subject subject) {
        return switch (subject.kind()) {
            case ENQUIRY -> "/therapist/intake?id=" + subject.id();
            case CASE -> "/therapist/client?id=" + subject.id();
        };
    }

    private List<String> said(FollowUp task) {
        List<String> said = new ArrayList<>();
        said.add(text("came", when(task.raisedAt())));
        if (task.state() != FollowUpState.CLOSED) {
            said.add(task.mine() ? text("mine") : text("with", task.owner().shownName()));
        }
        switch (task.state()) {
            case RAISED -> said.add(next(task));
            case ACKNOWLEDGED -> {
                said.add(text("acknowledged", when(task.since())));
                if (task.mine() && !task.late()) {
                    said.add(text("say", day(task.actOn())));
                }
            }
            case ACTED -> {
                said.add(text("acted", when(task.since())));
                if (task.mine()) {
                    said.add(text("close"));
                }
            }
            case CLOSED -> said.add(text("closed", when(task.since())));
        }
        if (task.late()) {
            said.add(text("late", day(task.actOn())));
        }
        return said;
    }

    private String next(FollowUp task) {
        if (task.escalatesAt().isEmpty() || task.next().isEmpty()) {
            return text("stays");
        }
        String when = when(task.escalatesAt().get());
        return task.comes()
                ? text("comes", when)
                : text("goes", task.next().get().shownName(), when);
    }

    /** A step of the history, with when and who. */
    FollowUpPage.Step step(FollowUpEvent event) {
        return new FollowUpPage.Step(text("step." + event.step().name()), who(event));
    }

    private String who(FollowUpEvent event) {
        String when = capital(when(event.at()));
        if (event.step() == FollowUpStep.RAISED
                || event.step() == FollowUpStep.ESCALATED
                || event.step() == FollowUpStep.HANDED_ON) {
            return event.by().isEmpty() || event.by().equals(event.owner())
                    ? text("history.to", when, event.owner())
                    : text("history.to.by", when, event.owner(), event.by());
        }
        return event.by().isEmpty() ? when : text("history.by", when, event.by());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** "today 09:58", "Monday 16 November, 10:15", where she is. */
    private String when(Instant at) {
        SpokenTime time = new SpokenTime(at, diary.zone());
        return switch (away(time.date())) {
            case 0 -> text("when.today", time.hour());
            case -1 -> text("when.yesterday", time.hour());
            case 1 -> text("when.tomorrow", time.hour());
            default -> text("when.day", time.day(), time.hour());
        };
    }

    private String day(LocalDate day) {
        return switch (away(day)) {
            case 0 -> text("day.today");
            case -1 -> text("day.yesterday");
            case 1 -> text("day.tomorrow");
            default -> Days.day(day);
        };
    }

    private int away(LocalDate day) {
        return (int) Math.max(-2, Math.min(2, ChronoUnit.DAYS.between(diary.today(), day)));
    }

    /** What was done, as it is sealed: whoever reads it later finds words, and no codes. */
    String acted(List<String> steps, String told, String said) {
        return text("text.acted") + ":\n"
                + steps.stream().map(step -> "- " + text("step." + step)).collect(Collectors.joining("\n")) + "\n"
                + text("text.told", text("told." + told)) + after(said);
    }

    String closed(String note) {
        return text("text.closed") + "." + after(note);
    }

    /** In one note if it is short, else in three, each of which can be read by itself. */
    List<String> raised(String reason, String decision, String who, String told) {
        List<String> parts = List.of(
                text("text.reason") + ":\n" + reason,
                text("text.decision") + ":\n" + decision,
                text("text.who") + ":\n" + (who.isEmpty() ? text("text.nobody") : who)
                        + after(text("text.told", text("told." + told))));
        String whole = String.join("\n\n", parts);
        return whole.length() <= FollowUps.LONGEST
                ? List.of(text("text.raised") + after(whole))
                : parts.stream().map(part -> text("text.raised") + after(part)).toList();
    }

    private static String after(String said) {
        return said.isEmpty() ? "" : "\n\n" + said;
    }

    String text(String key, Object... values) {
        String pattern = exchange.text(BUNDLE, key);
        return values.length == 0 ? pattern : String.format(pattern, values);
    }
}
