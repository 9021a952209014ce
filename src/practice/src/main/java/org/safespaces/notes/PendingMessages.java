package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.CaseShared;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.InwardWrap;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedInward;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * What clients have written into their cases and nobody who holds them has opened yet. The first holder who opens the messages, shares
 * the case or changes its lock makes each a signed item of it (vault.md 6.6). Asks for nobody's permission.
 */
@ApplicationScoped
class PendingMessages {
    private static final int WHOLE_MESSAGE = 1;

    /** Beside the queue for the case itself, which sharers pass together. */
    private static final long MESSAGES = 0x6d65737361676573L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    @Inject
    private ItemIds ids;

    @Inject
    private CaseKeys keys;

    @Inject
    private ConsentRows consents;

    @Inject
    private CorrectionRows corrections;

    @Inject
    private Clock clock;

    /** One at a time from here on, of all who write messages of a case: two would both take in the same one. */
    void queue(CaseId caseId) {
        long name = caseId.value().getMostSignificantBits() ^ caseId.value().getLeastSignificantBits() ^ MESSAGES;
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }

    void keep(SealedInward inward) {
        entities.persist(new SentMessage(inward, LocalDate.now(clock)));
        inward.wraps().forEach(wrap -> entities.persist(new SentMessageWrap(Ids.fresh(), inward.itemId(), wrap)));
        entities.flush();
    }

    /** Was it kept before: unread, or as an item? */
    boolean has(UUID messageId) {
        return entities.find(SentMessage.class, messageId) != null || ids.isTaken(messageId);
    }

    /** How many she has sent on a day, read or not. */
    long sentOn(CaseId caseId, LocalDate day) {
        long waiting = entities.createQuery(
                        "select count(m) from SentMessage m where m.caseId = :case and m.day = :day", Long.class)
                .setParameter("case", caseId.value())
                .setParameter("day", day)
                .getSingleResult();
        long read = entities.createQuery(
                        "select count(i) from CaseItem i where i.caseId = :case and i.kind = :reply and i.day = :day",
                        Long.class)
                .setParameter("case", caseId.value())
                .setParameter("reply", ItemKind.REPLY)
                .setParameter("day", day)
                .getSingleResult();
        return waiting + read;
    }

    /** Unread ones of a case, in the order they came. */
    List<SealedInward> of(CaseId caseId) {
        Map<UUID, List<InwardWrap>> wraps = entities.createQuery(
                        "select w from SentMessageWrap w where w.messageId in"
                                + " (select m.id from SentMessage m where m.caseId = :case)",
                        SentMessageWrap.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        SentMessageWrap::messageId, Collectors.mapping(SentMessageWrap::wrap, Collectors.toList())));
        return rows(caseId).stream()
                .map(sent -> sent.inward(wraps.getOrDefault(sent.id(), List.of())))
                .toList();
    }

    List<SentMessage> rows(CaseId caseId) {
        return entities.createQuery(
                        "select m from SentMessage m where m.caseId = :case order by m.seq", SentMessage.class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /** Makes what was sent to the caller part of the record. What was not sent to her stays. */
    void takeIn(CaseId caseId, Disclosure why) {
        for (SealedInward inward : of(caseId)) {
            if (isToHer(inward)) {
                opened(inward, why).ifPresent(text -> {
                    try (text) {
                        add(inward, text);
                        CorrectionDocument.inMessage(text).ifPresent(asked -> corrections.begin(caseId, asked));
                        ConsentAnswer.read(text).ifPresent(answer -> consents.settle(caseId, answer, why));
                    }
                });
                remove(inward.itemId());
            }
        }
    }

    private void add(SealedInward inward, ClearText text) {
        ItemAddress at = new ItemAddress(inward.part(), inward.itemId(), 1, WHOLE_MESSAGE);
        SealedItem item = vault.seal(text, at, SealedItem.NO_PREVIOUS);
        entities.persist(new CaseItem(Ids.fresh(), ItemKind.REPLY, at, item, keys.advance(at, item)));
        entities.flush();
    }

    /** Empty for what is damaged: it opens for nobody. */
    private Optional<ClearText> opened(SealedInward inward, Disclosure why) {
        try {
            return Optional.of(vault.openInward(inward, why));
        } catch (VaultException damaged) {
            return Optional.empty();
        }
    }

    /** The lock of the case changes: what is not taken in now opens for nobody, and goes. */
    void moveIn(CaseId caseId, Disclosure why) {
        queue(caseId);
        takeIn(caseId, why);
        rows(caseId).forEach(sent -> remove(sent.id()));
    }

    void share(@Observes CaseShared shared) {
        queue(shared.caseId());
        takeIn(shared.caseId(), shared.why());
    }

    private boolean isToHer(SealedInward inward) {
        return inward.wraps().stream().anyMatch(wrap -> wrap.recipientId().equals(vault.personId()));
    }

    private void remove(UUID messageId) {
        entities.createQuery("delete from SentMessageWrap w where w.messageId = :message")
                .setParameter("message", messageId)
                .executeUpdate();
        entities.createQuery("delete from SentMessage m where m.id = :message")
                .setParameter("message", messageId)
                .executeUpdate();
    }

    static ItemAddress first(CaseId caseId, UUID messageId) {
        return new ItemAddress(CaseKeys.part(caseId, Compartment.MESSAGES), messageId, 1, WHOLE_MESSAGE);
    }
}
