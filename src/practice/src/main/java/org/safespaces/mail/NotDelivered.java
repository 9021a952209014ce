package org.safespaces.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.vault.ServerSeal;

/** Letters that were tried as often as they are tried. Who may ask about whom is asked elsewhere, before. */
@Stateless
@RolesAllowed("therapist")
public class NotDelivered {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    /** Of these people, to whom a letter was given up within the past week, with when it last was. */
    public Map<UUID, Instant> among(Collection<UUID> people) {
        Map<ByteBuffer, UUID> byTag = people.stream().collect(Collectors.toMap(this::tag, person -> person));
        Map<UUID, Instant> last = new HashMap<>();
        if (!byTag.isEmpty()) {
            entities.createQuery(
                            "select o.addresseeTag, max(o.endedAt) from OutgoingLetter o where o.state = :dead"
                                    + " and o.addresseeTag in :tags group by o.addresseeTag",
                            Object[].class)
                    .setParameter("dead", LetterState.DEAD)
                    .setParameter(
                            "tags",
                            byTag.keySet().stream().map(ByteBuffer::array).toList())
                    .getResultList()
                    .forEach(row -> last.put(byTag.get(ByteBuffer.wrap((byte[]) row[0])), (Instant) row[1]));
        }
        return last;
    }

    private ByteBuffer tag(UUID person) {
        return ByteBuffer.wrap(serverSeal.tag(Mailer.ADDRESSEE_TAG, ServerSeal.bytes(person)));
    }
}
