package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Leads somebody through a form, page by page: takes what she posted, drops what is hidden by it, finds the help it calls
 * for and the page to show next. Pure: what was posted and the copy of before decide everything.
 */
@ApplicationScoped
public class FormWalk {
    private FormCatalogue forms;
    private Routing routing;

    protected FormWalk() {}

    @Inject
    public FormWalk(FormCatalogue forms, Routing routing) {
        this.forms = forms;
        this.routing = routing;
    }

    /** A copy after a move, and by question the key of what is the matter with an answer. */
    public record Step(WorkingCopy copy, Map<String, String> errors) {
        @Override
        public String toString() {
            return "Step[redacted]";
        }
    }

    /** Where nothing has been asked yet. */
    public WorkingCopy begin() {
        FormDefinition form = forms.fitting(Answers.NONE);
        return WorkingCopy.begin(form.pages().get(0).id());
    }

    public FormDefinition form(WorkingCopy copy) {
        return forms.fitting(copy.answers());
    }

    public Route route(WorkingCopy copy) {
        return routing.route(copy.answers());
    }

    /** The page of the form that is shown; empty for a screen. */
    public Optional<FormPage> page(WorkingCopy copy) {
        return form(copy).page(copy.page());
    }

    public boolean isFirst(WorkingCopy copy) {
        return flow(copy).isFirst(copy.page());
    }

    /** Is something of the questions before the places that can help still to be asked? */
    public boolean isTriageOpen(WorkingCopy copy) {
        FormFlow flow = flow(copy);
        return flow.isOpen(flow.before(WorkingCopy.PLACES));
    }

    /** The same copy at the page that somebody says she filled in, if that is on her way. */
    public WorkingCopy at(WorkingCopy copy, String page) {
        return copy.at(flow(copy).onPath(page));
    }

    /** Back to one page, from the page before sending; then straight on to it again. */
    public WorkingCopy change(WorkingCopy copy, String page) {
        return at(copy, page).changing(true);
    }

    /** What is the matter with the page as it stands. */
    public Map<String, String> errors(WorkingCopy copy) {
        return page(copy)
                .map(page -> FormCheck.read(page, copy.answers(), id -> copy.answers()
                                .to(id)
                                .toArray(new String[0]))
                        .errors())
                .orElse(Map.of());
    }

    /**
     * What would be sent. Everything is decided anew: what is hidden is dropped, what must be answered must be. Throws
     * {@link NotComplete} with the page to go back to.
     */
    Answers complete(WorkingCopy copy) {
        FormDefinition form = form(copy);
        Answers answers = form.visible(copy.answers());
        for (FormPage page : form.shownTo(answers)) {
            FormCheck.Checked checked = FormCheck.read(
                    page, answers, question -> answers.to(question).toArray(new String[0]));
            if (!checked.errors().isEmpty()) {
                throw new NotComplete(page.id());
            }
        }
        if (!routing.route(answers).enquiryOpen()) {
            throw new NotComplete(WorkingCopy.PLACES);
        }
        return answers;
    }

    /**
     * Makes a move. Where something has to be mended before going on, the page stays; what must be answered cannot be
     * skipped.
     */
    public Step move(WorkingCopy copy, Move wanted, Function<String, String[]> posted) {
        Optional<FormPage> page = page(copy);
        Move move = wanted.isSkip() && page.filter(FormPage::mustBeAnswered).isPresent() ? Move.GO_ON : wanted;
        FormCheck.Checked checked = page.filter(any -> isPosted(move))
                .map(any -> FormCheck.read(any, copy.answers(), posted))
                .orElseGet(() -> new FormCheck.Checked(copy.answers(), Map.of()));
        boolean stopped = move == Move.GO_ON && !checked.errors().isEmpty();
        Answers answers = checked.answers();
        if (page.isPresent() && move != Move.GO_ON) {
            answers = move == Move.SKIP ? leftBlank(answers, List.of(page.get())) : unasked(answers, copy, page.get());
        } else if (page.isPresent() && !stopped) {
            answers = page.get().settle(answers);
        }
        WorkingCopy taken = taken(copy, answers);
        return stopped ? new Step(taken, checked.errors()) : new Step(moved(taken, move), Map.of());
    }

    private static boolean isPosted(Move move) {
        return move == Move.GO_ON || move == Move.BACK || move == Move.PLACES || move == Move.STAY;
    }

    /** A blank that was never meant as an answer is none: the page counts as asked only by going on or skipping. */
    private static Answers unasked(Answers answers, WorkingCopy copy, FormPage page) {
        Answers kept = answers;
        for (Question question : page.questions()) {
            boolean untouched = question.chosen(copy.answers()).equals(answers.to(question.id()));
            if (!copy.answers().asked(question.id()) && untouched) {
                kept = kept.without(question.id());
            }
        }
        return kept;
    }

    private WorkingCopy taken(WorkingCopy copy, Answers given) {
        Answers answers = forms.fitting(given).visible(given);
        Route route = routing.route(answers);
        Set<Card> fresh = EnumSet.noneOf(Card.class);
        fresh.addAll(route.cards());
        route(copy).cards().forEach(fresh::remove);
        boolean newlySeen =
                answers.hasAny("B07", "yes", "maybe") && !copy.answers().hasAny("B07", "yes", "maybe");
        return copy.with(answers, fresh).shared(copy.shared() || newlySeen);
    }

    private WorkingCopy moved(WorkingCopy copy, Move move) {
        FormFlow flow = flow(copy);
        return switch (move) {
            case BACK -> copy.at(flow.before(copy.page())).changing(false);
            case PLACES -> copy.at(flow.onPath(WorkingCopy.PLACES));
            case STAY -> copy;
            case SKIP_PART -> partSkipped(copy, flow);
            case SKIP_SECTION -> sectionSkipped(copy, flow);
            case GO_ON, SKIP -> goneOn(copy, flow);
        };
    }

    private static WorkingCopy goneOn(WorkingCopy copy, FormFlow flow) {
        String next = flow.after(copy.page(), copy.changing());
        boolean caughtUp = flow.path().indexOf(next) <= flow.path().indexOf(copy.page());
        boolean stillChanging = copy.changing() && !flow.isOpen(next);
        return copy.at(next).changing(!WorkingCopy.CHECK.equals(next) && (caughtUp || stillChanging));
    }

    private WorkingCopy partSkipped(WorkingCopy copy, FormFlow flow) {
        List<String> skipped = page(copy).map(FormPage::skips).orElse(List.of());
        return leftOut(copy, flow, page -> page.id().equals(copy.page()) || skipped.contains(page.id()));
    }

    private WorkingCopy sectionSkipped(WorkingCopy copy, FormFlow flow) {
        List<FormPage> section = form(copy)
                .sectionOf(copy.page())
                .filter(FormSection::skippable)
                .map(FormSection::pages)
                .orElse(List.of());
        return leftOut(copy, flow, section::contains);
    }

    private WorkingCopy leftOut(WorkingCopy copy, FormFlow flow, Predicate<FormPage> wanted) {
        List<FormPage> out =
                flow.shownFrom(copy.page()).stream().takeWhile(wanted).toList();
        String last = out.isEmpty() ? copy.page() : out.get(out.size() - 1).id();
        WorkingCopy blank = copy.with(leftBlank(copy.answers(), out), copy.fresh());
        return goneOn(blank.at(last), flow(blank));
    }

    private static Answers leftBlank(Answers answers, List<FormPage> pages) {
        Answers blank = answers;
        for (FormPage page : pages) {
            for (Question question : page.questions()) {
                blank = blank.asked(question.id()) ? blank : blank.with(question.id(), List.of());
            }
        }
        return blank;
    }

    private FormFlow flow(WorkingCopy copy) {
        return new FormFlow(form(copy), copy.answers(), route(copy));
    }
}
