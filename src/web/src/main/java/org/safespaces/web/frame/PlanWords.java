package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.access.Confidential;
import org.safespaces.notes.PlanPerson;
import org.safespaces.notes.StayingSafe;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/** A staying-safe plan in words, alike for whoever made it with her and for herself. */
@RequestScoped
public class PlanWords {
    private static final String WORDS = "plan";

    @Inject
    private SupportDirectory directory;

    @Inject
    private Exchange exchange;

    /** One step: its heading, what it says line by line, and places out of the directory. */
    public record Step(String heading, List<String> lines, List<SupportOrganisation> places) implements Confidential {
        /** Nothing was said. */
        public boolean blank() {
            return lines.isEmpty() && places.isEmpty();
        }

        @Override
        public String toString() {
            return "Step[redacted]";
        }
    }

    /** The six steps in their order. */
    public List<Step> steps(StayingSafe plan) {
        return List.of(
                step("noticing", plan.noticing()),
                step("myself", plan.myself()),
                step("elsewhere", plan.elsewhere()),
                step("people", plan.people().stream().map(this::person).toList()),
                new Step(exchange.text(WORDS, "services"), plan.others(), directory.those(plan.services())),
                step("safer", plan.safer()));
    }

    private Step step(String key, List<String> lines) {
        return new Step(exchange.text(WORDS, key), lines, List.of());
    }

    private String person(PlanPerson person) {
        StringBuilder said = new StringBuilder(person.name());
        if (!person.way().isEmpty()) {
            said.append(said.length() == 0 ? "" : ": ").append(person.way());
        }
        if (person.knows() != PlanPerson.Knows.NOT_SAID) {
            said.append(". ")
                    .append(exchange.text(WORDS, "knows." + person.knows().name()));
        }
        return said.toString();
    }

    /** Where it is kept, and who could find it. */
    public String kept(StayingSafe plan) {
        String where = exchange.text(WORDS, "keeping." + plan.keeping().name());
        return plan.found().isEmpty() ? where : where + ". " + plan.found();
    }
}
