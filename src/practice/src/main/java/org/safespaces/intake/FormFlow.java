package org.safespaces.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page comes after which, for somebody who has answered this. Besides the form's own pages the path holds the
 * screens that an answer calls for: they come at once, and never stop an adult from finishing.
 */
public final class FormFlow {
    public static final String CRISIS = "crisis";
    public static final String DANGER = "danger";
    public static final String UNDER_18 = "under-18";
    public static final String NOT_YET = "not-yet";
    private static final String ASKED_HOW_SAFE = "safe";

    private FormFlow() {}

    /** The whole path, first page to last. */
    public static List<String> path(FormDefinition form, Answers answers) {
        Guidance guidance = Guidance.of(answers);
        List<String> path = new ArrayList<>();
        for (FormPage page : form.shownTo(answers)) {
            path.add(page.id());
            if (page.id().equals(ASKED_HOW_SAFE)) {
                addScreens(path, guidance, answers);
                if (!guidance.enquiryOpen()) {
                    return path;
                }
            }
        }
        path.add(WorkingCopy.CHECK);
        return path;
    }

    private static void addScreens(List<String> path, Guidance guidance, Answers answers) {
        if (guidance.screen() == Guidance.Screen.CRISIS) {
            path.add(CRISIS);
        }
        if (answers.has("T3", "danger")) {
            path.add(DANGER);
        }
        if (!guidance.enquiryOpen()) {
            path.add(answers.has("T2", "rather") || answers.to("T2").isEmpty() ? NOT_YET : UNDER_18);
        }
    }

    /** The page after this one; the last page stays. */
    public static String after(String page, FormDefinition form, Answers answers) {
        List<String> path = path(form, answers);
        int here = path.indexOf(page);
        return here < 0 ? path.get(0) : path.get(Math.min(here + 1, path.size() - 1));
    }

    /** The page before this one; the first page stays. */
    public static String before(String page, FormDefinition form, Answers answers) {
        List<String> path = path(form, answers);
        return path.get(Math.max(0, path.indexOf(page) - 1));
    }

    /** A page that is on the path, or the first. */
    public static String onPath(String page, FormDefinition form, Answers answers) {
        List<String> path = path(form, answers);
        return path.contains(page) ? page : path.get(0);
    }
}
