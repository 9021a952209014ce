package org.safespaces.measures;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.Subject;
import org.safespaces.notes.FiledForms;
import org.safespaces.notes.FormSent;
import org.safespaces.notes.OpenForms;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Vault;

/** The measures of a client, for whoever holds her case: what is agreed on, what came back, and forms filled in together. */
@Stateless
@RolesAllowed("therapist")
public class Measures {
    @Inject
    private Definitions definitions;

    @Inject
    private Plans plans;

    @Inject
    private AskedForms asked;

    @Inject
    private FiledForms filed;

    @Inject
    private FollowUps followUps;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private Vault vault;

    @Inject
    private PracticeSettings settings;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What has been agreed on. Works with the vault locked. */
    public MeasurePlan plan(CaseId caseId) {
        access.holder(caseId);
        return plans.of(caseId);
    }

    /** Which forms are open for the client now. Works with the vault locked. */
    public List<AskedForm> open(CaseId caseId) {
        access.holder(caseId);
        return asked.of(caseId);
    }

    /** On which days forms of a case came back that nobody has opened. Works with the vault locked. */
    public List<LocalDate> back(CaseId caseId) {
        access.holder(caseId);
        return filed.unread(List.of(caseId)).stream().map(FormSent::day).toList();
    }

    /** Forms of the caller's whole caseload that came back and that nobody has opened, by client, the longest waiting first. Works with the vault locked. */
    public List<FormsBack> back() {
        Map<CaseId, String> mine =
                cases.mine().stream().collect(Collectors.toMap(ClientSummary::id, ClientSummary::designation));
        Map<CaseId, List<FormSent>> sent = filed.unread(mine.keySet()).stream()
                .collect(groupingBy(FormSent::caseId, LinkedHashMap::new, Collectors.toList()));
        return sent.entrySet().stream()
                .map(of -> new FormsBack(
                        of.getKey(),
                        mine.get(of.getKey()),
                        of.getValue().get(0).day(),
                        of.getValue().size()))
                .toList();
    }

    /**
     * Client and therapist have agreed on a measure: from today on it is asked so. What was agreed before about the same is over.
     *
     * @param weeks of {@link Rhythm#EVERY_FEW_WEEKS}: 1 to 12
     * @param until the last day; empty for none
     * @throws MeasureDoesNotFit for what cannot be agreed on
     */
    public void agree(CaseId caseId, String measure, Rhythm rhythm, int weeks, Optional<LocalDate> until) {
        access.holder(caseId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), people.hoursOf(caseId));
        boolean fits = rhythm != null
                && definitions.toAsk(measure).isPresent()
                && (rhythm != Rhythm.EVERY_FEW_WEEKS || 1 <= weeks && weeks <= Asking.MOST_WEEKS)
                && until.filter(today::isAfter).isEmpty();
        if (!fits) {
            throw new MeasureDoesNotFit();
        }
        plans.change(
                caseId,
                plan -> rhythm == Rhythm.OFF
                        ? plan.without(measure)
                        : plan.with(Asking.begun(Ids.fresh(), measure, rhythm, weeks, today, until)));
        audit.record(caller.actor(), AuditAction.MEASURES_AGREED, "case", caseId.value());
    }

    /** Opens all of a case; recorded before. What the client has sent becomes part of the record with it. Needs the vault open. */
    public Results results(CaseId caseId) {
        vault.personId();
        Disclosure why = access.toRead(caseId, AuditAction.MEASURES_OPENED, caseId.value(), Compartment.CLINICAL);
        OpenForms opened = filed.open(caseId, why);
        Map<String, List<Result>> byMeasure = opened.forms().stream()
                .map(form -> ResultDocument.read(form.id(), form.text(), definitions))
                .sorted(Comparator.comparing(Result::at))
                .collect(groupingBy(result -> result.definition().measure(), LinkedHashMap::new, Collectors.toList()));
        return new Results(
                byMeasure.entrySet().stream()
                        .map(each -> Course.of(each.getValue(), settings.reliableChange(each.getKey())))
                        .toList(),
                opened.left(),
                opened.doubtful());
    }

    /**
     * Keeps a form that was filled in together, in a session. Where the item about safety asks to be read today, a task about the client is
     * opened with it: it is the caller's, and acknowledged; what was done is still to be recorded. Needs the vault open.
     *
     * @param formId drawn by the page when it was first shown: the same form sent twice is kept once
     * @param said what is sealed of a task, should there be one
     * @throws org.safespaces.notes.DoesNotOpen, and nothing is kept, where the keys of the case are not what was signed
     */
    public Score enter(CaseId caseId, UUID formId, String measure, Answers answers, String said) {
        access.holder(caseId);
        Definition definition = definitions.toAsk(measure).orElseThrow(MeasureDoesNotFit::new);
        if (answers.items().size() != definition.items()) {
            throw new AnswerRefused();
        }
        Score score = Scoring.of(definition, answers);
        try (ClearText text = ResultDocument.write(definition, answers, Result.By.TOGETHER, clock.instant())) {
            if (!filed.file(caseId, formId, text)) {
                return score;
            }
        }
        audit.record(caller.actor(), AuditAction.MEASURE_WRITTEN, "case item", formId);
        if (score.asksToBeRead()) {
            followUps.raise(Subject.of(caseId), List.of(said));
        }
        return score;
    }
}
