package org.safespaces.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When something of a form is shown, as its file says it: a question has one of some values, was answered at all, or the
 * routing knows a fact; and "not", "all", "any" of those. Always decided on the server, never in a browser.
 */
sealed interface Condition {
    Condition ALWAYS = new All(List.of());

    boolean holds(Answers answers);

    /** The conditions inside this one, itself among them. */
    Stream<Condition> parts();

    /** {@code {"question": "S10", "has": "yes"}} or {@code "has": ["yes", "unsure"]}. */
    record Has(String question, List<String> values) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return values.stream().anyMatch(value -> answers.has(question, value));
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.of(this);
        }
    }

    /** {@code {"answered": "T4a"}}: with anything at all. */
    record Answered(String question) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return !answers.to(question).isEmpty();
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.of(this);
        }
    }

    /** {@code {"fact": "demand"}}. */
    record Known(Fact fact) implements Condition {
        static Known named(String name) {
            return new Known(Fact.valueOf(name.toUpperCase(Locale.ROOT)));
        }

        @Override
        public boolean holds(Answers answers) {
            return fact.holds(answers);
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.of(this);
        }
    }

    /** {@code {"not": {…}}}. */
    record Not(Condition inner) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return !inner.holds(answers);
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), inner.parts());
        }
    }

    /** {@code {"all": […]}}. */
    record All(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return inner.stream().allMatch(each -> each.holds(answers));
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), inner.stream().flatMap(Condition::parts));
        }
    }

    /** {@code {"any": […]}}. */
    record Any(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return inner.stream().anyMatch(each -> each.holds(answers));
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), inner.stream().flatMap(Condition::parts));
        }
    }
}
