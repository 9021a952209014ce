package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Cases;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.Subject;
import org.safespaces.measures.Course;
import org.safespaces.measures.Measures;
import org.safespaces.measures.Result;
import org.safespaces.notes.PlanStanding;
import org.safespaces.notes.Plans;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.MeasureWords;

/** What the system knows of a case, as the first lines of a summary: days and numbers, and no judgement. */
@RequestScoped
class SummaryFacts {
    private static final String WORDS = "handover";

    @Inject
    private Cases cases;

    @Inject
    private Diary diary;

    @Inject
    private FollowUps followUps;

    @Inject
    private Plans plans;

    @Inject
    private Measures measures;

    @Inject
    private MeasureWords words;

    @Inject
    private Exchange exchange;

    /** One a line. Opens the measures, which is recorded. */
    String of(CaseId id) {
        List<String> lines = new ArrayList<>();
        lines.add(said("since", Days.dated(cases.mine(id).openedOn())));
        lines.add(sessions(id));
        lines.add(diary.times(id)
                .next()
                .map(next -> said("next", Spoken.brief(next, diary.zone())))
                .orElseGet(() -> said("next.none")));
        long tasks = followUps.about(Subject.of(id)).stream()
                .filter(task -> task.state() != FollowUpState.CLOSED)
                .count();
        lines.add(tasks == 0 ? said("tasks.none") : said("tasks", tasks));
        lines.add(plans.standing(id)
                .flatMap(PlanStanding::sharedOn)
                .map(day -> said("plan", Days.dated(day)))
                .orElseGet(() -> said("plan.none")));
        measures.results(id).courses().forEach(course -> numbers(course).ifPresent(lines::add));
        lines.add("");
        lines.add(said("own"));
        return String.join("\n", lines) + "\n";
    }

    private String sessions(CaseId id) {
        Instant now = diary.now();
        long held = diary.appointmentsOf(id).stream()
                .filter(entry -> entry.status() == AppointmentStatus.DONE
                        || entry.status() == AppointmentStatus.CONFIRMED
                                && entry.end().isBefore(now))
                .count();
        return held == 0 ? said("sessions.none") : said("sessions", held);
    }

    /** The first total and the latest; empty while there is none. */
    private Optional<String> numbers(Course course) {
        return course.first().map(first -> {
            Result latest = course.latest().orElse(first);
            return first.id().equals(latest.id())
                    ? said("measure.one", course.definition().title(), words.digits(first.score()), day(first))
                    : said(
                            "measure",
                            course.definition().title(),
                            words.digits(first.score()),
                            day(first),
                            words.digits(latest.score()),
                            day(latest));
        });
    }

    private String day(Result result) {
        return Days.dated(result.at().atZone(diary.zone()).toLocalDate());
    }

    private String said(String key, Object... values) {
        return String.format(exchange.text(WORDS, "summary.fact." + key), values);
    }
}
