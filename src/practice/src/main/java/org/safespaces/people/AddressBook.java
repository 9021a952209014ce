package org.safespaces.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.mail.Addressees;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.ServerSeal;

/** Where people can be written to. Asked by the post at the moment of sending, by nobody else. */
@Stateless
@PermitAll
public class AddressBook implements Addressees {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    @Override
    public Optional<String> addressOf(UUID person) {
        return Optional.ofNullable(entities.find(Therapist.class, person))
                .flatMap(Therapist::mail)
                .map(envelope -> {
                    try (ClearText address = serverSeal.open(envelope, People.THERAPIST_MAIL, person)) {
                        return address.text();
                    }
                });
    }
}
