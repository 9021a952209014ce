package org.safespaces.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A form as reviewed data: sections, pages, questions, what may be answered. Old versions stay, so that old answers show whole. */
public record FormDefinition(String id, String hash, List<FormSection> sections) {
    public FormDefinition {
        sections = List.copyOf(sections);
    }

    /** Every page, in order. One that has its place in two sections, each under its own condition, is here twice. */
    public List<FormPage> pages() {
        return sections.stream().flatMap(section -> section.pages().stream()).toList();
    }

    /** The pages somebody sees who has answered this. */
    public List<FormPage> shownTo(Answers answers) {
        return pages().stream().filter(page -> page.isShownTo(answers)).toList();
    }

    public Optional<FormPage> page(String pageId) {
        return pages().stream().filter(page -> page.id().equals(pageId)).findFirst();
    }

    public Optional<FormSection> sectionOf(String pageId) {
        return sections.stream()
                .filter(section ->
                        section.pages().stream().anyMatch(page -> page.id().equals(pageId)))
                .findFirst();
    }

    /** Every question once, in the order of the pages. */
    public Stream<Question> questions() {
        Map<String, Question> once = new LinkedHashMap<>();
        pages().stream()
                .flatMap(page -> page.questions().stream())
                .forEach(question -> once.putIfAbsent(question.id(), question));
        return once.values().stream();
    }

    /**
     * What of these answers this form still asks for: hidden questions and hidden values are gone, and what hung on them.
     * Unknown ones never come in.
     */
    public Answers visible(Answers answers) {
        Answers before = answers;
        Answers after = oncePruned(before);
        // each turn can only take away: it ends
        while (!after.sameAs(before)) {
            before = after;
            after = oncePruned(before);
        }
        return after;
    }

    private Answers oncePruned(Answers answers) {
        Map<String, Question> shown = new HashMap<>();
        shownTo(answers)
                .forEach(page -> page.questions().forEach(question -> shown.putIfAbsent(question.id(), question)));
        Answers kept = answers.only(shown.keySet());
        for (Question question : shown.values()) {
            List<String> given = kept.to(question.id());
            if (!question.kind().isTyped() && !given.isEmpty()) {
                List<String> left = new ArrayList<>(given);
                left.retainAll(question.valuesFor(answers));
                kept = left.size() == given.size() ? kept : kept.with(question.id(), left);
            }
        }
        return kept;
    }
}
