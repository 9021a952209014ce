package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.safespaces.intake.FormCatalogue;
import org.safespaces.intake.FormPage;
import org.safespaces.intake.Question;
import org.safespaces.intake.WorkingCopies;
import org.safespaces.intake.WorkingCopy;

/** Enquiries ready to be sent. */
@ApplicationScoped
public class FilledForms {
    @Inject
    private WorkingCopies copies;

    @Inject
    private FormCatalogue forms;

    /** The shortest way through the form: an adult who answers what must be answered. */
    WorkingCopy shortest() {
        WorkingCopy copy = copies.begin().copy();
        for (FormPage page : forms.current().pages()) {
            if (page.isShownTo(copy.answers())) {
                copy = copies.take(copy, page, id -> answer(page, id)).copy();
            }
        }
        return copy;
    }

    private static String[] answer(FormPage page, String id) {
        Question asked = page.questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (!asked.must()) {
            return new String[0];
        }
        if (asked.kind().isTyped()) {
            return new String[] {asked.kind() == Question.Kind.EMAIL ? "a@b.example" : "In my own words."};
        }
        return new String[] {
            asked.values().contains("adult") ? "adult" : asked.values().get(0)
        };
    }
}
