package org.safespaces.measures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.notes.FiledForms;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactCards;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/**
 * The forms that a client is asked to fill in. What she answers is sealed in her request to whoever holds her case; nothing is kept
 * before she sends it. Source: measures.md 7 and 8.
 */
@Stateless
@RolesAllowed("client")
public class OwnForms {
    @Inject
    private AskedForms asked;

    @Inject
    private Plans plans;

    @Inject
    private FiledForms filed;

    @Inject
    private ContactCards cards;

    @Inject
    private Raising raising;

    @Inject
    private Mailer mailer;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Those that are open for the calling client; none while contact rests, and none before she has joined. */
    public List<AskedForm> open() {
        return caller.client().map(this::open).orElse(List.of());
    }

    private List<AskedForm> open(CaseId me) {
        boolean rests = cards.of(me).filter(card -> !card.stops().isEmpty()).isPresent();
        return rests ? List.of() : asked.of(me);
    }

    /** One of them; throws {@link FormGone}. */
    public AskedForm find(UUID id) {
        return open().stream().filter(form -> form.id().equals(id)).findFirst().orElseThrow(FormGone::new);
    }

    /**
     * Sends a form. Where the item about safety has any answer but the first, whoever answers for this client is asked to read it today,
     * whatever the total.
     *
     * @return what it comes to; shown to her if she wants, and kept for her nowhere
     * @throws FormGone when it is open no more; {@link org.safespaces.keys.KeysDoNotFit} where nobody holds her case. Nothing was kept then
     */
    public Score send(UUID id, Answers answers) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        people.share(me);
        AskedForm form = find(id);
        if (answers.items().size() != form.definition().items()) {
            throw new AnswerRefused();
        }
        try (ClearText text = ResultDocument.write(form.definition(), answers, Result.By.CLIENT, clock.instant())) {
            if (!filed.send(me, id, text)) {
                throw new FormGone();
            }
        }
        audit.record(caller.actor(), AuditAction.MEASURE_RECEIVED, "case item", id);
        Score score = Scoring.of(form.definition(), answers);
        if (score.asksToBeRead()) {
            TherapistId owner = raising.raise(Subject.of(me));
            mailer.send(Letter.PLEASE_READ_TODAY, owner.value());
        }
        return score;
    }

    /** She does not want to fill this one in. Why is not asked. Throws {@link FormGone}. */
    public void notThisTime(UUID id) {
        LocalDate today = LocalDate.now(clock);
        decline(id, asking -> asking.declining(id, today));
    }

    /** She does not want to be asked this any more, until it is agreed anew. Throws {@link FormGone}. */
    public void stopAsking(UUID id) {
        LocalDate today = LocalDate.now(clock);
        decline(id, asking -> asking.stopped(today));
    }

    private void decline(UUID id, UnaryOperator<Asking> change) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        people.share(me);
        UUID asking = find(id).asking();
        plans.change(me, plan -> plan.changed(asking, change));
        audit.record(caller.actor(), AuditAction.MEASURE_DECLINED, "case", me.value());
    }
}
