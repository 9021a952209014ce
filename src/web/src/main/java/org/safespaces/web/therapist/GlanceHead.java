package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safespaces.measures.Measures;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.Consents;
import org.safespaces.notes.DraftSummary;
import org.safespaces.notes.EvidenceLog;
import org.safespaces.notes.Goals;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.PlanStanding;
import org.safespaces.notes.Plans;
import org.safespaces.notes.ReportTally;
import org.safespaces.notes.Reports;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** How each part of a case stands: numbers and days that can be said with the vault locked. Opens nothing. */
@Named
@RequestScoped
public class GlanceHead {
    private static final String WORDS = "casefile";

    @Inject
    private NoteDrafts drafts;

    @Inject
    private Goals goals;

    @Inject
    private Measures measures;

    @Inject
    private CaseMessages messages;

    @Inject
    private Plans plans;

    @Inject
    private Consents consents;

    @Inject
    private Reports reports;

    @Inject
    private EvidenceLog log;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<Fact> facts = List.of();

    /** A part, and how it stands. */
    public record Fact(String part, String said) {}

    /** Asks each part of the case that the page is about. */
    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        List<Fact> all = new ArrayList<>();
        Optional<String> kept = unsigned(drafts.of(id));
        kept.ifPresent(said -> all.add(new Fact(text("glance.notes"), said)));
        all.add(new Fact(text("glance.goals"), exchange.counted(WORDS, "glance.goals", goals.count(id))));
        all.add(new Fact(text("glance.measures"), measured(id)));
        all.add(new Fact(text("glance.messages"), messages(id)));
        all.add(new Fact(
                text("glance.plan"), plans.standing(id).map(this::planned).orElseGet(() -> text("glance.plan.none"))));
        all.add(new Fact(text("glance.consents"), exchange.counted(WORDS, "glance.consents", consents.count(id))));
        all.add(new Fact(text("glance.reports"), reported(reports.tally(id))));
        all.add(new Fact(text("glance.log"), exchange.counted(WORDS, "glance.log", log.count(id))));
        facts = List.copyOf(all);
    }

    private Optional<String> unsigned(List<DraftSummary> kept) {
        return kept.stream()
                .findFirst()
                .map(last -> String.format(
                        exchange.text(WORDS, kept.size() == 1 ? "glance.notes.one" : "glance.notes.many"),
                        Spoken.brief(last.keptAt(), diary.zone()),
                        kept.size()));
    }

    private String measured(CaseId id) {
        String asked = exchange.counted(
                WORDS, "glance.measures", measures.plan(id).askings().size());
        return asked + " "
                + exchange.counted(
                        WORDS, "glance.measures.back", measures.back(id).size());
    }

    private String messages(CaseId id) {
        int unread = messages.unread(id);
        String all = exchange.counted("messages", "count", messages.count(id));
        return unread == 0 ? all : all + " " + exchange.counted("messages", "unread", unread);
    }

    private String planned(PlanStanding plan) {
        String changed = text("glance.plan.changed", plan.changedOn());
        return changed + " "
                + plan.sharedOn()
                        .map(day -> text("glance.plan.shared", day))
                        .orElseGet(() -> text("glance.plan.unshared"));
    }

    private String reported(ReportTally tally) {
        String all = exchange.counted(WORDS, "glance.reports", tally.reports());
        return tally.next()
                .map(day -> all + " " + text("glance.reports.next", day))
                .orElse(all);
    }

    private String text(String key) {
        return exchange.text(WORDS, key);
    }

    private String text(String key, LocalDate day) {
        return String.format(text(key), Days.dated(day));
    }

    public List<Fact> getFacts() {
        return facts;
    }
}
