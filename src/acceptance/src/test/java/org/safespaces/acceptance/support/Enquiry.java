package org.safespaces.acceptance.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills in the support form as somebody would, page by page, with words that a test can look for later. */
public final class Enquiry {
    private static final int FAR = 150;

    private final Visitor visitor;
    private final Page page;

    private Enquiry(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    public static Enquiry begunBy(Visitor visitor) {
        visitor.goTo("/support");
        visitor.press("Start");
        return new Enquiry(visitor);
    }

    /** An enquiry that is under way in this browser already. */
    public static Enquiry of(Visitor visitor) {
        return new Enquiry(visitor);
    }

    /** The shortest answers of an adult for herself, who is safe, about what has happened; and more, question by question. */
    public static Map<String, String> adult(String happening, String... more) {
        Map<String, String> answers = new HashMap<>(Map.of(
                "T1", "me", "T2", "adult", "T3", "ok", "T5", happening, "T4", "no", "T6", "E", "T7", "no", "X01",
                "yes"));
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        return answers;
    }

    /** Answers page by page what is in here, skips sections that nothing is in here for, and stops at a page. */
    public Enquiry upTo(String wanted, Map<String, String> answers) {
        for (int step = 0; !at().equals(wanted); step++) {
            if (step > FAR) {
                throw new AssertionError("never comes to " + wanted + ", is at " + at());
            }
            String before = at();
            if (isNothingFor(section(before), wanted, answers)) {
                press("skip-section");
            } else {
                fillIn(answers).goOn();
            }
            if (at().equals(before)) {
                throw new AssertionError("stays at " + before + ": " + visitor.text());
            }
        }
        return this;
    }

    private boolean isNothingFor(String section, String wanted, Map<String, String> answers) {
        return !section.equals(section(wanted))
                && answers.keySet().stream().map(Enquiry::section).noneMatch(section::equals)
                && page.locator("main button[name=do][value=skip-section]").count() > 0;
    }

    /** Questions and pages of one section begin with the same letters. */
    private static String section(String of) {
        return of.replaceFirst("^before-", "").replaceFirst("\\d.*$", "").toUpperCase(Locale.ROOT);
    }

    /** The page that is shown, by its id. */
    public String at() {
        return page.locator("input[type=hidden][name=page]").first().inputValue();
    }

    /** Answers what is on this page, as far as there is an answer. */
    public Enquiry fillIn(Map<String, String> answers) {
        for (Locator question : page.locator("fieldset.question").all()) {
            String id = question.getAttribute("id").substring("q-".length());
            if (answers.containsKey(id)) {
                answer(id, answers.get(id));
            }
        }
        return this;
    }

    private void answer(String question, String given) {
        if (page.locator("#in-" + question).count() > 0) {
            page.fill("#in-" + question, given);
            return;
        }
        for (String value : List.of(given.split(","))) {
            page.check("#" + question + "-" + value);
        }
    }

    /** Answers what is on the page, by the ids of the choices, and goes on. */
    public Enquiry choose(String... ids) {
        for (String id : ids) {
            page.check("#" + id);
        }
        return goOn();
    }

    public Enquiry write(String question, String words) {
        page.fill("#in-" + question, words);
        return goOn();
    }

    public Enquiry goOn() {
        return press("go-on");
    }

    public Enquiry skip() {
        return press("skip");
    }

    /** Presses the button of the form that does this. */
    public Enquiry press(String what) {
        page.locator("main button[name=do][value=" + what + "]:not([tabindex])")
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    public Visitor visitor() {
        return visitor;
    }

    /** With these words and this name the shortest way through the form about demands, up to the page before sending. */
    public Enquiry upToCheck(String words, String name) {
        upTo("s17", adult("money", "S02", "coming", "S06", "money,gift", "S12", "no"))
                .write("S17", words);
        press("skip-section").press("skip-section").press("skip-section");
        return write("N01", name).press("skip-section").upTo("check", adult("money"));
    }

    /** Sends, and reads the code from the page. */
    public String send() {
        press("send");
        return page.locator("#code").innerText().replaceAll("\\D", "");
    }
}
