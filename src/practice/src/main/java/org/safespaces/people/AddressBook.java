package org.safespaces.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.mail.Addressee;
import org.safespaces.mail.Addressees;
import org.safespaces.mail.Letter;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.VaultException;

/**
 * How people may be written to. Asked by the post at the moment of sending, by nobody else. A therapist is written to at any hour, and
 * not while she is suspended; a client as her card says, and without a card never.
 */
@Stateless
@PermitAll
public class AddressBook implements Addressees {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private Restrictions restrictions;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private SuspendedNow suspended;

    @Override
    public Optional<Addressee> find(UUID person) {
        try {
            Therapist therapist = entities.find(Therapist.class, person);
            return therapist == null
                    ? client(new CaseId(person))
                    : therapist.mail().filter(mail -> !suspended.has(person)).map(mail -> colleague(mail, person));
        } catch (VaultException tamperedWith) {
            return Optional.empty();
        }
    }

    private Addressee colleague(SealedText mail, UUID person) {
        try (ClearText address = serverSeal.open(mail, People.THERAPIST_MAIL, person)) {
            return new Colleague(address.text());
        }
    }

    private Optional<Addressee> client(CaseId caseId) {
        StoredContactCard stored = entities.find(StoredContactCard.class, caseId.value());
        if (stored == null) {
            return Optional.empty();
        }
        if (restrictions.rests(caseId)) {
            return Optional.empty();
        }
        entities.refresh(stored);
        try (ClearText text = serverSeal.open(stored.card(), ContactCards.CARD, caseId.value())) {
            ContactCard card = ContactCard.read(text);
            return card.lets() ? Optional.of(new WrittenTo(card.terms(), people.hoursOf(caseId))) : Optional.empty();
        }
    }

    /** Somebody who works here. */
    private record Colleague(String address) implements Addressee {
        @Override
        public boolean wants(Letter letter) {
            return true;
        }

        @Override
        public Optional<Instant> next(Instant then) {
            return Optional.of(then);
        }

        @Override
        public Optional<Instant> last(Instant then) {
            return Optional.of(then);
        }

        @Override
        public Optional<Instant> spent(Duration time, Instant then) {
            return Optional.of(then.plus(time));
        }

        @Override
        public Optional<ZoneId> timesToldIn() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "Colleague[redacted]";
        }
    }

    /** A client, by her card. */
    private record WrittenTo(ContactTerms terms, ZoneId zone) implements Addressee {
        @Override
        public String address() {
            return terms.mail().orElseThrow();
        }

        @Override
        public boolean wants(Letter letter) {
            return switch (letter) {
                case FIRST_REMINDER -> terms.reminders().first();
                case SECOND_REMINDER -> terms.reminders().second();
                default -> true;
            };
        }

        @Override
        public Optional<Instant> next(Instant then) {
            return terms.times().next(then, zone);
        }

        @Override
        public Optional<Instant> last(Instant then) {
            return terms.times().last(then, zone);
        }

        @Override
        public Optional<Instant> spent(Duration time, Instant then) {
            return terms.times().spent(time, then, zone);
        }

        @Override
        public Optional<ZoneId> timesToldIn() {
            return Optional.of(zone).filter(where -> terms.isTimeSaid());
        }

        @Override
        public String toString() {
            return "WrittenTo[redacted]";
        }
    }
}
