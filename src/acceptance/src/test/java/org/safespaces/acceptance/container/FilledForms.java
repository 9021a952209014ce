package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        WorkingCopy copy = walk.begin();
        while (!WorkingCopy.CHECK.equals(copy.page())) {
            copy = walk.move(
                            copy,
                            Move.GO_ON,
                            id -> ANSWERS.containsKey(id) ? new String[] {ANSWERS.get(id)} : new String[0])
                    .copy();
        }
        return copy;
    }
}
