package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.OwnRecord;
import org.safespaces.notes.OwnPlan;
import org.safespaces.notes.SharedPlan;
import org.safespaces.notes.StayingSafe;
import org.safespaces.people.People;
import org.safespaces.web.frame.CodeAtHand;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.PlanWords;

/** Her plan: the copy that was shared last. It opens with her code. */
@Named("clientPlanPage")
@RequestScoped
public class PlanPage {
    private static final String HERE = "/client/plan";

    @Inject
    private OwnPlan plans;

    @Inject
    private CodeAtHand code;

    @Inject
    private OwnRecord record;

    @Inject
    private People people;

    @Inject
    private PlanWords words;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private boolean there;
    private Optional<SharedPlan> plan = Optional.empty();

    /** Does what was asked of the code, and opens what this answer shows. */
    public void load() {
        joined = record.isThere();
        there = plans.sharedOn().isPresent();
        if (joined && exchange.isPost() && code.isAsked(HERE, this::read)) {
            return;
        }
        if (joined && there) {
            code.use(this::read);
        }
    }

    private void read(String own) {
        plan = plans.read(own, exchange.visitor());
    }

    public boolean isJoined() {
        return joined;
    }

    public boolean isThere() {
        return there;
    }

    public boolean isFound() {
        return plan.isPresent();
    }

    public List<PlanWords.Step> getSteps() {
        return plan.map(each -> words.steps(each.plan())).orElse(List.of());
    }

    /** Of which day it is, and with whom it was made. */
    public String getSince() {
        return plan.map(each -> String.format(
                        exchange.text("plan", "own.of"),
                        Days.dated(each.on()),
                        people.therapist(each.by()).shownName()))
                .orElse("");
    }

    /** She has decided where she keeps it: from then on she is told that she can print it. */
    public boolean isPrintable() {
        return plan.filter(each -> each.plan().keeping() != StayingSafe.Keeping.NOT_SAID)
                .isPresent();
    }
}
