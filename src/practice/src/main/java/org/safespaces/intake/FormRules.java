package org.safespaces.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What every form file must hold to; a form that does not stops the start, and before that the build. */
final class FormRules {
    private final FormDefinition form;
    private final Map<String, Question> known = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private FormRules(FormDefinition form) {
        this.form = form;
        form.questions().forEach(question -> known.put(question.id(), question));
    }

    static void demand(FormDefinition form) {
        FormRules rules = new FormRules(form);
        rules.lookAtQuestions();
        rules.lookAtPages();
        if (!rules.wrong.isEmpty()) {
            throw new IllegalStateException("The form " + form.id() + ": " + String.join("; ", rules.wrong));
        }
    }

    private void lookAtQuestions() {
        for (Question question : known.values()) {
            String id = question.id();
            demand(id, "has no limit", !question.kind().isTyped() || question.limit() > 0);
            demand(
                    id,
                    "is typed and has values",
                    !question.kind().isTyped() || question.values().isEmpty());
            demand(
                    id,
                    "has no values",
                    question.kind().isTyped() || !question.values().isEmpty());
            demand(
                    id,
                    "has a value twice",
                    Set.copyOf(question.values()).size() == question.values().size());
            demand(
                    id,
                    "has a default that is none of its values",
                    question.usual() == null || question.values().contains(question.usual()));
            question.choices().forEach(choice -> lookAt(id, choice.showIf()));
            question.wordings().forEach(wording -> lookAt(id, wording.when()));
            question.prefills().forEach(prefill -> {
                // what is not asked in this form fills nothing in
                if (known.containsKey(prefill.from())) {
                    lookAt(
                            id,
                            new Condition.Has(
                                    prefill.from(), List.copyOf(prefill.values().keySet())));
                }
                demand(
                        id,
                        "is filled with a value it does not have",
                        question.values().containsAll(prefill.values().values()));
            });
        }
    }

    private void lookAtPages() {
        Set<String> soFar = new HashSet<>();
        List<FormPage> pages = form.pages();
        for (int at = 0; at < pages.size(); at++) {
            FormPage page = pages.get(at);
            lookAt(page.id(), page.showIf());
            asked(page.showIf())
                    .filter(question -> !soFar.contains(question))
                    .filter(question -> !page.onlyIfAsked())
                    .forEach(question -> wrong.add(page.id() + " depends on " + question + ", which comes later"));
            page.questions().forEach(question -> soFar.add(question.id()));
            lookAtSettings(page);
            List<String> next = pages.subList(at + 1, pages.size()).stream()
                    .limit(page.skips().size())
                    .map(FormPage::id)
                    .toList();
            demand(page.id(), "skips what does not follow it", next.equals(page.skips()));
            demand(
                    page.id(),
                    "says nothing and asks nothing",
                    !page.questions().isEmpty() || !page.contents().isEmpty());
        }
        lookAtPlaces(pages);
    }

    private void lookAtSettings(FormPage page) {
        page.settings().forEach(setting -> {
            lookAt(page.id(), setting.when());
            lookAt(page.id(), new Condition.Has(setting.question(), setting.to()));
        });
    }

    /** A page may have two places only as itself, and a question only where it says "again". */
    private void lookAtPlaces(List<FormPage> pages) {
        Map<String, FormPage> byId = new HashMap<>();
        Map<String, String> homes = new HashMap<>();
        for (FormPage page : pages) {
            FormPage other = byId.putIfAbsent(page.id(), page);
            demand(page.id(), "is two pages", other == null || other.questions().equals(page.questions()));
            for (Question question : page.questions()) {
                String home = homes.putIfAbsent(question.id(), page.id());
                demand(
                        question.id(),
                        "is two questions",
                        home == null || known.get(question.id()).equals(question));
            }
        }
    }

    private void lookAt(String where, Condition condition) {
        condition.parts().forEach(part -> {
            if (part instanceof Condition.Has has) {
                Question question = known.get(has.question());
                demand(where, "depends on " + has.question() + ", which is not asked", question != null);
                demand(
                        where,
                        "depends on a value of " + has.question() + " that it does not have",
                        question == null || question.values().containsAll(has.values()));
            }
        });
    }

    private static Stream<String> asked(Condition condition) {
        return condition.parts().flatMap(part -> {
            if (part instanceof Condition.Has has) {
                return Stream.of(has.question());
            }
            return part instanceof Condition.Answered answered ? Stream.of(answered.question()) : Stream.empty();
        });
    }

    private void demand(String what, String otherwise, boolean holds) {
        if (!holds) {
            wrong.add(what + " " + otherwise);
        }
    }
}
