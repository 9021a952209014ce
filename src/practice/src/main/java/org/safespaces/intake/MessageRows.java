package org.safespaces.intake;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.vault.Conversation;
import org.safespaces.vault.EkId;
import org.safespaces.vault.MessageKind;
import org.safespaces.vault.SealedMessage;

/** Messages as they are stored, and the keys they lie under. Asks nobody for permission: its callers have, and hold the enquiry. */
@ApplicationScoped
class MessageRows {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private IntakeKeys keys;

    @Inject
    private EndingKeys endingKeys;

    /** What the messages of an enquiry hang on; empty where none was written. */
    Optional<Conversation> conversation(Intake intake) {
        return intake.messageKey().map(key -> keys.conversation(intake.id(), intake.listVersion(), key));
    }

    /** The same; with the first message a key is taken for it. */
    Conversation begun(Intake intake) {
        EkId key = intake.messageKey().orElseGet(keys::claimForMessages);
        intake.messagesUnder(key);
        return keys.conversation(intake.id(), intake.listVersion(), key);
    }

    /** In the order they were written. */
    List<SealedMessage> of(Intake intake) {
        return stored(intake.id()).stream().map(StoredMessage::message).toList();
    }

    private List<StoredMessage> stored(UUID intakeId) {
        return entities.createQuery(
                        "select m from StoredMessage m where m.intakeId = :intake order by m.arrival",
                        StoredMessage.class)
                .setParameter("intake", intakeId)
                .getResultList();
    }

    /** Was this one sent before? A second press, or Back and send again. */
    boolean has(UUID messageId) {
        return entities.find(StoredMessage.class, messageId) != null;
    }

    long count(UUID intakeId, MessageKind kind, LocalDate day) {
        return entities.createQuery(
                        "select count(m) from StoredMessage m where m.intakeId = :intake and m.kind = :kind"
                                + " and m.day = :day",
                        Long.class)
                .setParameter("intake", intakeId)
                .setParameter("kind", kind)
                .setParameter("day", day)
                .getSingleResult();
    }

    void add(UUID intakeId, SealedMessage message) {
        entities.persist(new StoredMessage(intakeId, message));
        entities.flush();
    }

    /** Sealed anew, each in its place; what did not open any more goes. */
    void exchange(Intake intake, List<SealedMessage> anew) {
        Map<UUID, SealedMessage> byId = anew.stream().collect(toMap(SealedMessage::messageId, Function.identity()));
        for (StoredMessage row : stored(intake.id())) {
            Optional.ofNullable(byId.get(row.message().messageId()))
                    .ifPresentOrElse(row::sealedAnew, () -> entities.remove(row));
        }
    }

    /** Of what was written, only the last message to her stays: nobody else reads it any more. Without one nothing does. */
    void keepLastReply(Intake intake) {
        List<StoredMessage> all = stored(intake.id());
        Optional<StoredMessage> last = all.stream()
                .filter(row -> row.message().kind() == MessageKind.FROM_PRACTICE)
                .reduce((before, after) -> after);
        if (last.isEmpty()) {
            end(intake);
        } else {
            all.stream().filter(row -> row != last.get()).forEach(entities::remove);
        }
    }

    /** No message of this enquiry opens any more once this is committed. Where there is none, nothing happens. */
    void end(Intake intake) {
        entities.createQuery("delete from StoredMessage m where m.intakeId = :intake")
                .setParameter("intake", intake.id())
                .executeUpdate();
        intake.messageKey().ifPresent(endingKeys::end);
        intake.noMessages();
    }
}
