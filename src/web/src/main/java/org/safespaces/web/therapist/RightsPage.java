package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safespaces.access.RecordRetention;
import org.safespaces.access.Resting;
import org.safespaces.access.RetentionDue;
import org.safespaces.access.RetentionSnooze;
import org.safespaces.notes.Copies;
import org.safespaces.notes.CopyRequest;
import org.safespaces.notes.Corrections;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.people.CaseId;
import org.safespaces.people.Restriction;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a client may ask of her record, and what others ask about her; that it rests, and how long it is kept. Opens nothing. */
@Named
@RequestScoped
public class RightsPage {
    private static final String BUNDLE = "rights";
    private static final Set<String> NOTICES = Set.of("rested", "lifted", "snoozed");

    @Inject
    private Copies copies;

    @Inject
    private Corrections corrections;

    @Inject
    private OutsideRequests outside;

    @Inject
    private Resting resting;

    @Inject
    private RecordRetention retention;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<Restriction> restrictions = List.of();
    private Optional<RetentionDue> kept = Optional.empty();
    private Optional<CopyRequest> waiting = Optional.empty();
    private int asked;
    private int fromOutside;
    private SealedForm form;

    /** Does what was asked; then says how things are. */
    public void load() {
        CaseId id = caseId();
        kept = retention.of(id);
        if (exchange.isPost()) {
            switch (exchange.parameter("do").orElse("")) {
                case "rest" -> rest(id);
                case "lift" -> lift(id);
                case "snooze" -> snooze(id);
                default -> exchange.goTo(here(""));
            }
        }
        if (!exchange.isAnswered()) {
            restrictions = resting.of(id);
            waiting = copies.of(id).stream().filter(CopyRequest::isOpen).findFirst();
            asked = corrections.waiting(id);
            fromOutside = outside.count(id);
        }
    }

    private void rest(CaseId id) {
        Restriction.Reason why = form().one("why", Restriction.Reason.values());
        if (form().isFine()) {
            resting.set(id, why);
            exchange.goTo(here("rested"));
        }
    }

    private void lift(CaseId id) {
        Restriction.Lifted why = form().one("over", Restriction.Lifted.values());
        if (form().isFine()) {
            resting.lift(id, why);
            exchange.goTo(here("lifted"));
        }
    }

    private void snooze(CaseId id) {
        RetentionSnooze.Reason why = form().one("reason", RetentionSnooze.Reason.values());
        Optional<LocalDate> until = form().day("until");
        LocalDate today = diary.today();
        if (until.isEmpty()) {
            form().complain("until", "error.day");
        } else if (!until.get().isAfter(today.plusDays(1))
                || !until.get().isBefore(today.plusYears(RecordRetention.MOST_YEARS))) {
            form().complainOf("until", exchange.text(BUNDLE, "keep.error.until"));
        }
        if (form().isFine()) {
            retention.snooze(id, new RetentionSnooze(until.get(), why));
            exchange.goTo(here("snoozed"));
        }
    }

    private String here(String done) {
        return "/therapist/rights?case=" + caseId().value() + (done.isEmpty() ? "" : "&done=" + done);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    private String text(String key) {
        return exchange.text(BUNDLE, key);
    }

    public String getCopy() {
        return waiting.map(each -> String.format(text("copy.due"), Days.dated(each.dueOn())))
                .orElseGet(() -> text("case.copy.none"));
    }

    public String getCorrections() {
        return exchange.counted(BUNDLE, "case.fix", asked);
    }

    public String getOutside() {
        return exchange.counted(BUNDLE, "case.outside", fromOutside);
    }

    private Optional<Restriction> standing() {
        return restrictions.stream().filter(Restriction::stands).findFirst();
    }

    public boolean isResting() {
        return standing().isPresent();
    }

    public String getRestsSince() {
        return standing()
                .map(each ->
                        String.format(text("rest.since"), Days.dated(each.setOn()), text("rest.why." + each.reason())))
                .orElse("");
    }

    /** Each time it rested and went on. */
    public List<String> getRested() {
        return restrictions.stream()
                .filter(each -> !each.stands())
                .map(each -> String.format(
                        text("rest.was"),
                        Days.dated(each.setOn()),
                        Days.dated(each.liftedOn().orElseThrow()),
                        text("rest.over." + each.lifted().orElseThrow())))
                .toList();
    }

    public List<SealedForm.Choice> getReasons() {
        return choices("why", "rest.why.", Restriction.Reason.values());
    }

    public List<SealedForm.Choice> getEnds() {
        return choices("over", "rest.over.", Restriction.Lifted.values());
    }

    public List<SealedForm.Choice> getSnoozes() {
        return choices("reason", "keep.why.", RetentionSnooze.Reason.values());
    }

    private <E extends Enum<E>> List<SealedForm.Choice> choices(String field, String key, E[] values) {
        return Arrays.stream(values)
                .map(each -> new SealedForm.Choice(
                        each.name(), text(key + each.name()), each.name().equals(form().in(field))))
                .toList();
    }

    public boolean isEnded() {
        return kept.isPresent();
    }

    public String getKept() {
        return kept.map(each -> RetentionPage.said(each, exchange)).orElseGet(() -> text("keep.goes.on"));
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
