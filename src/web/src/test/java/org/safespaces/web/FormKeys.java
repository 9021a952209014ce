package org.safespaces.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.intake.Card;
import org.safespaces.intake.FirstAidStep;
import org.safespaces.intake.FormCatalogue;
import org.safespaces.intake.FormDefinition;
import org.safespaces.intake.FormPage;
import org.safespaces.intake.FormSection;
import org.safespaces.intake.Question;

/** The words that forms and cards need, and those they may have, as the data asks for them. */
final class FormKeys {
    private static final FormCatalogue FORMS = new FormCatalogue();
    private static final Set<Card> LAW = Set.of(Card.LAW_66A, Card.LAW_66B, Card.LAW_66E);
    private static final Pattern ERROR = Pattern.compile("(\\w+\\.)?error\\.(missing|picture|long|email)");

    private FormKeys() {}

    static Stream<Question> questions() {
        return FORMS.all().stream().flatMap(FormDefinition::questions);
    }

    static Stream<FormPage> pages() {
        return FORMS.all().stream().flatMap(form -> form.pages().stream());
    }

    static Stream<FormSection> sections() {
        return FORMS.all().stream().flatMap(form -> form.sections().stream());
    }

    /** Sections that have a name: where a form has but one, it has none. */
    static Set<String> namedSections() {
        return FORMS.all().stream()
                .filter(form -> form.sections().size() > 1)
                .flatMap(form -> form.sections().stream())
                .map(FormSection::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without these a page shows a hole. */
    static Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        questions().forEach(question -> {
            needed.add(question.id() + ".label");
            needed.add(question.id() + ".short");
            question.values().forEach(value -> needed.add(question.id() + "." + value));
        });
        pages().flatMap(page -> page.contents().stream().limit(1)).forEach(content -> needed.add(content + ".h1"));
        FORMS.all().stream()
                .filter(form -> form.sections().size() > 1)
                .flatMap(form -> form.sections().stream())
                .forEach(section -> needed.add("section." + section.id()));
        Stream.of("K01", "X01", "X03", "X04", "X05").forEach(id -> needed.add(id + ".version"));
        return needed;
    }

    /** Is this key one that a form may ask for? */
    static boolean mayBeAsked(String key) {
        return needed().contains(key) || ERROR.matcher(key).matches() || isOfAQuestion(key) || isOfContents(key);
    }

    private static boolean isOfAQuestion(String key) {
        return questions().anyMatch(question -> {
            String id = question.id() + ".";
            boolean common = question.values().stream().anyMatch(value -> key.equals("any." + value));
            return common
                    || key.equals(id + "why")
                    || variants(question)
                            .anyMatch(as -> key.equals(id + "label." + as)
                                    || question.values().stream().anyMatch(value -> key.equals(id + value + "." + as)));
        });
    }

    /** The other wordings a question may have, as its data names them. */
    private static Stream<String> variants(Question question) {
        return question.wordingNames().stream();
    }

    private static boolean isOfContents(String key) {
        return pages().flatMap(page -> page.contents().stream())
                .anyMatch(content -> key.matches(Pattern.quote(content) + "\\.((ADULT|WITHOUT_IMAGE)\\.)?\\d"));
    }

    /** The words that cards must have. */
    static Set<String> cards() {
        Set<String> keys = new TreeSet<>();
        for (Card card : Card.values()) {
            if (!LAW.contains(card)) {
                keys.add(card + ".title");
            }
        }
        for (FirstAidStep step : FirstAidStep.values()) {
            if (step == FirstAidStep.KEEP) {
                keys.addAll(Set.of("step.KEEP.ADULT", "step.KEEP.WITHOUT_IMAGE"));
            } else {
                keys.add("step." + step);
            }
        }
        keys.add("step.BLOCK.last");
        return keys;
    }

    static boolean mayBeACards(String key) {
        return cards().contains(key) || Stream.of(Card.values()).anyMatch(card -> key.matches(card + "\\.\\d"));
    }
}
