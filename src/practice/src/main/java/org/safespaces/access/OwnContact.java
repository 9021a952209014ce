package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactCard;
import org.safespaces.people.ContactCards;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;

/** What a client is told about letters to her, and how she stops them: at once, and without saying why. */
@Stateless
@RolesAllowed("client")
public class OwnContact {
    @Inject
    private ContactCards cards;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Mailer mailer;

    @Inject
    private AuditTrail audit;

    /** How it stands; nothing goes to somebody who has not joined. */
    public OwnLetters letters() {
        Optional<ContactCard> card = caller.client().flatMap(cards::of).filter(ContactCard::isConfirmed);
        if (card.filter(ContactCard::lets).isPresent()) {
            return OwnLetters.GO;
        }
        return card.filter(each -> each.terms().mail().isPresent()).isPresent() ? OwnLetters.REST : OwnLetters.NONE;
    }

    /** What she and her therapist have agreed on; empty until her therapist has confirmed it. */
    public Optional<ContactCard> agreed() {
        return caller.client().flatMap(cards::of).filter(ContactCard::isConfirmed);
    }

    /** Somebody else may be in her mail or phone: nothing more goes to her. Her therapist is told that something is waiting. */
    public void stop() {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        cards.stop(me, ContactCard.Stop.STOPPED);
        audit.record(caller.actor(), AuditAction.CONTACT_CARD_CHANGED, "case", me.value());
        people.therapistsOf(me).stream()
                .findFirst()
                .ifPresent(therapist ->
                        mailer.send(Letter.MESSAGE_WAITING, therapist.id().value()));
    }
}
