package org.safespaces.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which page comes after which, for somebody who has answered this. Besides the form's own pages the path holds the
 * screens that an answer calls for, the places that can help, and the page before sending. Screens come at once, and never
 * stop an adult from finishing.
 */
final class FormFlow {
    private static final String ASKED_HOW_SAFE = "T3";
    private static final String TRIAGE = "triage";

    private final FormDefinition form;
    private final Answers answers;
    private final List<String> path;

    FormFlow(FormDefinition form, Answers answers, Route route) {
        this.form = form;
        this.answers = answers;
        this.path = path(route);
    }

    private List<String> path(Route route) {
        List<String> whole = new ArrayList<>();
        for (FormSection section : form.sections()) {
            for (FormPage page : section.pages()) {
                if (page.isShownTo(answers)) {
                    whole.add(page.id());
                    if (page.questions().stream()
                            .anyMatch(question -> question.id().equals(ASKED_HOW_SAFE))) {
                        addScreens(whole, route);
                        if (route.underAge()) {
                            return whole;
                        }
                    }
                }
            }
            if (section.id().equals(TRIAGE)) {
                whole.add(WorkingCopy.PLACES);
                if (!route.enquiryOpen()) {
                    return whole;
                }
            }
        }
        whole.add(WorkingCopy.CHECK);
        return whole;
    }

    private void addScreens(List<String> whole, Route route) {
        if (route.screen() == Screen.CRISIS) {
            whole.add(WorkingCopy.CRISIS);
        }
        if (route.shows(Card.UNDER_18)) {
            whole.add(WorkingCopy.UNDER_18);
        } else if (route.screen() == Screen.DANGER) {
            whole.add(WorkingCopy.DANGER);
        }
    }

    /** The whole path, first page to last. */
    List<String> path() {
        return List.copyOf(path);
    }

    /** A page that is on the path, or the first. */
    String onPath(String page) {
        return path.contains(page) ? page : path.get(0);
    }

    boolean isFirst(String page) {
        return path.get(0).equals(page);
    }

    /** The page before this one; the first page stays. */
    String before(String page) {
        if (WorkingCopy.PLACES.equals(page)) {
            Optional<String> open = firstOpen(0, path.indexOf(page), any -> true);
            if (open.isPresent()) {
                return open.get();
            }
        }
        return path.get(Math.max(0, path.indexOf(page) - 1));
    }

    /**
     * The page after this one; the last page stays. What must be answered and was brought up by a later answer is asked
     * at once.
     *
     * @param changing true for somebody who came back to change one thing: she is led to what that has brought up, and
     *     else to where she came from
     */
    String after(String page, boolean changing) {
        int here = path.indexOf(page);
        if (here < 0) {
            return path.get(0);
        }
        boolean asksWhatIsLeft = WorkingCopy.PLACES.equals(page);
        Optional<String> left = firstOpen(0, here, open -> asksWhatIsLeft || mustBeAnswered(open));
        if (left.isPresent()) {
            return left.get();
        }
        if (changing) {
            return firstOpen(here + 1, path.size(), any -> true).orElse(path.get(path.size() - 1));
        }
        return path.get(Math.min(here + 1, path.size() - 1));
    }

    /** Has nobody been asked this page yet? */
    boolean isOpen(String page) {
        return form.page(page).map(found -> !found.isAsked(answers)).orElse(false);
    }

    private boolean mustBeAnswered(String page) {
        return form.page(page).map(FormPage::mustBeAnswered).orElse(false);
    }

    /** The first page not asked yet; or, where a page of words stands before it, that one. */
    private Optional<String> firstOpen(int from, int to, Predicate<String> wanted) {
        for (int at = from; at < to; at++) {
            if (isOpen(path.get(at)) && wanted.test(path.get(at))) {
                int first = at;
                while (first > from && isWordsAlone(path.get(first - 1))) {
                    first--;
                }
                return Optional.of(path.get(first));
            }
        }
        return Optional.empty();
    }

    private boolean isWordsAlone(String page) {
        return form.page(page).map(found -> found.questions().isEmpty()).orElse(false);
    }

    /** The pages of the form that are shown, from one on. */
    List<FormPage> shownFrom(String first) {
        return form.shownTo(answers).stream()
                .dropWhile(page -> !page.id().equals(first))
                .toList();
    }
}
