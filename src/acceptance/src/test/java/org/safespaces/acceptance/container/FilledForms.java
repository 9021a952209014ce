package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.safespaces.intake.FormWalk;
import org.safespaces.intake.Move;
import org.safespaces.intake.WorkingCopy;

/** The support form as a stranger leaves it. */
@ApplicationScoped
public class FilledForms {
    private static final Map<String, String> ANSWERS =
            Map.of("T2", "adult", "T5", "money", "T4", "no", "SC01", "code", "X01", "yes");

    @Inject
    private FormWalk walk;

    /** The shortest way through the form: an adult who answers what must be answered. */
    WorkingCopy shortest() {
        return filled(Map.of());
    }

    /** The same of somebody who gives these answers as well. */
    WorkingCopy filled(Map<String, String> more) {
        Map<String, String> answers = new HashMap<>(ANSWERS);
        answers.putAll(more);
        WorkingCopy copy = walk.begin();
        while (!WorkingCopy.CHECK.equals(copy.page())) {
            copy = walk.move(
                            copy,
                            Move.GO_ON,
                            id -> answers.containsKey(id) ? new String[] {answers.get(id)} : new String[0])
                    .copy();
        }
        return copy;
    }
}
