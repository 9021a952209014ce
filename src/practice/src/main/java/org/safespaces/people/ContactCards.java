package org.safespaces.people;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.ServerSeal;

/**
 * How clients may be reached: one card a case, sealed. Who may see and change one is asked elsewhere, before; who is written to by it is
 * decided by {@link AddressBook}.
 */
@Stateless
@RolesAllowed("therapist")
public class ContactCards {
    static final Column CARD = new Column("contact_card", "sealed");

    /** The queue for a card is not the queue for the keys of a case, which goes by the same number. */
    private static final long QUEUE = 0x636f6e7461637463L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** The card of a case; empty when nothing was ever confirmed or stopped. */
    @RolesAllowed({"therapist", "client"})
    public Optional<ContactCard> of(CaseId caseId) {
        return Optional.ofNullable(entities.find(StoredContactCard.class, caseId.value()))
                .map(stored -> opened(stored, caseId));
    }

    /** The cards of these cases, of those that have one. */
    public Map<CaseId, ContactCard> of(Collection<CaseId> cases) {
        List<UUID> ids = cases.stream().map(CaseId::value).toList();
        Map<CaseId, ContactCard> cards = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select c from StoredContactCard c where c.caseId in :cases", StoredContactCard.class)
                    .setParameter("cases", ids)
                    .getResultStream()
                    .forEach(stored -> cards.put(stored.caseId(), opened(stored, stored.caseId())));
        }
        return cards;
    }

    /** What has been agreed on, from today on. What stops letters goes on stopping them. */
    public void confirm(CaseId caseId, ContactTerms agreed) {
        change(caseId, card -> card.confirmed(agreed, LocalDate.now(clock)));
    }

    /** No letter goes any more. A client who says that it is not safe stops them herself. */
    @RolesAllowed({"therapist", "client"})
    @TransactionAttribute(MANDATORY)
    public void stop(CaseId caseId, ContactCard.Stop why) {
        change(caseId, card -> card.stopped(why));
    }

    /** Somebody has looked, and letters may go again. */
    public void resume(CaseId caseId) {
        change(caseId, ContactCard::resumed);
    }

    private void change(CaseId caseId, UnaryOperator<ContactCard> change) {
        // of two who change it at once, the second changes what the first has left
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(
                        1,
                        QUEUE
                                ^ caseId.value().getMostSignificantBits()
                                ^ caseId.value().getLeastSignificantBits())
                .getSingleResult();
        StoredContactCard stored =
                entities.find(StoredContactCard.class, caseId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            entities.persist(new StoredContactCard(caseId, sealed(change.apply(ContactCard.blank()), caseId)));
        } else {
            entities.refresh(stored);
            stored.replace(sealed(change.apply(opened(stored, caseId)), caseId));
        }
        entities.flush();
    }

    private SealedText sealed(ContactCard card, CaseId caseId) {
        try (ClearText text = card.written()) {
            return serverSeal.seal(text, CARD, caseId.value());
        }
    }

    private ContactCard opened(StoredContactCard stored, CaseId caseId) {
        try (ClearText text = serverSeal.open(stored.card(), CARD, caseId.value())) {
            return ContactCard.read(text);
        }
    }
}
