package org.safespaces.measures;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.mail.Addressees;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.CaseId;

/**
 * Lets a client know that something is waiting when a form opens: once a form, and only where she may be written to. Nobody chases her.
 * Source: measures.md S4.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class FormLetters {
    @Inject
    private AskedForms asked;

    @Inject
    private Plans plans;

    @Inject
    private Addressees addressees;

    @Inject
    private Mailer mailer;

    /** All cases in which something may be asked. */
    public List<CaseId> cases() {
        return plans.all();
    }

    /** One letter for whatever is open in a case and was not told of. While contact rests nothing is told, and it is when it does no more. */
    public void tell(CaseId caseId) {
        if (addressees.find(caseId.value()).isEmpty()) {
            return;
        }
        plans.hold(caseId);
        MeasurePlan plan = plans.of(caseId);
        List<AskedForm> untold = asked.of(caseId).stream()
                .filter(form -> plan.askings().stream()
                        .noneMatch(asking -> asking.told().contains(form.id())))
                .toList();
        if (!untold.isEmpty()) {
            untold.forEach(form ->
                    plans.change(caseId, now -> now.changed(form.asking(), asking -> asking.telling(form.id()))));
            mailer.send(Letter.MESSAGE_WAITING, caseId.value());
        }
    }
}
