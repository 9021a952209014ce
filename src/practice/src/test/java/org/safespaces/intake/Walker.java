package org.safespaces.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.safespaces.signposting.SupportDirectory;

/** Goes through the form as somebody would, without a browser: what is on the page is answered, then she goes on. */
final class Walker {
    static final FormCatalogue FORMS = new FormCatalogue();
    static final Routing ROUTING = new Routing(new SupportDirectory(), 18);
    static final FormWalk WALK = new FormWalk(FORMS, ROUTING);
    private static final int FAR = 400;

    private WorkingCopy copy = WALK.begin();
    private Map<String, String> errors = Map.of();
    private final List<String> pages = new ArrayList<>(List.of(copy.page()));

    /** Goes on, page by page, with these answers where they are asked and blanks elsewhere, until a page is shown. */
    Walker upTo(String page, Map<String, String> answers) {
        for (int step = 0; !copy.page().equals(page); step++) {
            String before = copy.page();
            answer(answers);
            if (!errors.isEmpty() || copy.page().equals(before) || step > FAR) {
                throw new AssertionError("stays at " + copy.page() + " on the way to " + page + ", " + errors + pages);
            }
        }
        return this;
    }

    /** Answers this one page and goes on. */
    Walker answer(Map<String, String> answers) {
        return move(Move.GO_ON, answers);
    }

    Walker answer(String question, String values) {
        return answer(Map.of(question, values));
    }

    Walker move(Move move) {
        return move(move, Map.of());
    }

    Walker move(Move move, Map<String, String> answers) {
        Map<String, String[]> posted = new HashMap<>();
        WALK.page(copy).ifPresent(page -> page.questions()
                .forEach(question -> posted.put(
                        question.id(),
                        answers.containsKey(question.id())
                                ? values(question, answers.get(question.id()))
                                : question.chosen(copy.answers()).toArray(new String[0]))));
        return post(move, posted::get);
    }

    Walker post(Move move, Function<String, String[]> posted) {
        FormWalk.Step step = WALK.move(copy, move, posted);
        copy = step.copy();
        errors = step.errors();
        pages.add(copy.page());
        return this;
    }

    private static String[] values(Question question, String given) {
        return question.kind().isTyped() ? new String[] {given} : given.split(",");
    }

    Walker change(String page) {
        copy = WALK.change(copy, page);
        pages.add(copy.page());
        return this;
    }

    WorkingCopy copy() {
        return copy;
    }

    String page() {
        return copy.page();
    }

    Answers answers() {
        return copy.answers();
    }

    Route route() {
        return WALK.route(copy);
    }

    Map<String, String> errors() {
        return errors;
    }

    /** Every page that was shown, in order. */
    List<String> pages() {
        return pages;
    }

    /** The shortest way: an adult, for herself, safe, and what has happened. */
    static Map<String, String> adult(String happening, String... more) {
        Map<String, String> answers = new HashMap<>(Map.of(
                "T1", "me", "T2", "adult", "T3", "ok", "T5", happening, "T4", "no", "T6", "E", "T7", "no", "X01",
                "yes"));
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        return answers;
    }
}
