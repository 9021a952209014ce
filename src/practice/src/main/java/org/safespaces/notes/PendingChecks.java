package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
 * Checks before sessions as they lie in the record, and what a client has sent and nobody has opened yet: those, and forms. What was sent is
 * sealed to the holders of that day one by one: the first of them who opens the case for it, shares it or changes its lock makes it a
 * signed item of the record (vault.md 6.6). Asks for nobody's permission.
 */
@ApplicationScoped
class PendingChecks {
    private static final int WHOLE_CHECK = 1;

    /** Beside the queue for the case itself, which sharers pass together. */
    private static final long CHECKS = 0x636865636b73L;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    @Inject
    private CaseKeys keys;

    @Inject
    private Clock clock;

    /** One at a time from here on, of all who write checks of a case: two would both write the same version. */
    void queue(CaseId caseId) {
        long name = caseId.value().getMostSignificantBits() ^ caseId.value().getLeastSignificantBits() ^ CHECKS;
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Keeps what was sent; it takes the place of what was sent before under the same id. */
    void keep(CaseId caseId, ItemKind kind, SealedInward inward) {
        sent(caseId, inward.itemId()).ifPresent(this::remove);
        entities.persist(new SentCheck(kind, inward, LocalDate.now(clock)));
        inward.wraps().forEach(wrap -> entities.persist(new SentCheckWrap(Ids.fresh(), inward.itemId(), wrap)));
        entities.flush();
    }

    Optional<SentCheck> sent(CaseId caseId, UUID checkId) {
        return Optional.ofNullable(entities.find(SentCheck.class, checkId)).filter(sent -> sent.isOf(caseId));
    }

    private void remove(SentCheck sent) {
        entities.createQuery("delete from SentCheckWrap w where w.checkId = :check")
                .setParameter("check", sent.id())
                .executeUpdate();
        entities.remove(sent);
        entities.flush();
    }

    /**
     * Makes what was sent to the caller, and is of a kind, part of the record.
     *
     * @return whether something stays that was not sent to her
     */
    boolean takeIn(CaseId caseId, ItemKind kind, Disclosure why) {
        boolean left = false;
        for (SentCheck sent : all(caseId)) {
            left |= sent.kind() == kind && !takeIn(caseId, sent, why);
        }
        return left;
    }

    private boolean takeIn(CaseId caseId, SentCheck sent, Disclosure why) {
        SealedInward inward = sealedTo(sent);
        if (!isToHer(inward)) {
            return false;
        }
        opened(inward, why).ifPresent(text -> {
            try (text) {
                add(caseId, sent.kind(), sent.id(), text);
            }
        });
        remove(sent);
        return true;
    }

    private void takeInAll(CaseId caseId, Disclosure why) {
        all(caseId).forEach(sent -> takeIn(caseId, sent, why));
    }

    /** Empty for what is damaged: it opens for nobody, and the client is asked anew. */
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
        takeInAll(caseId, why);
        all(caseId).forEach(this::remove);
    }

    void share(@Observes CaseShared shared) {
        queue(shared.caseId());
        takeInAll(shared.caseId(), shared.why());
    }

    private boolean isToHer(SealedInward inward) {
        return inward.wraps().stream().anyMatch(wrap -> wrap.recipientId().equals(vault.personId()));
    }

    private SealedInward sealedTo(SentCheck sent) {
        List<InwardWrap> wraps = entities.createQuery(
                        "select w from SentCheckWrap w where w.checkId = :check", SentCheckWrap.class)
                .setParameter("check", sent.id())
                .getResultStream()
                .map(SentCheckWrap::wrap)
                .toList();
        return sent.inward(wraps);
    }

    private List<SentCheck> all(CaseId caseId) {
        return entities.createQuery("select c from SentCheck c where c.caseId = :case order by c.id", SentCheck.class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /** Adds the next version of a check to the record. */
    void add(CaseId caseId, UUID checkId, ClearText text) {
        add(caseId, ItemKind.CHECK, checkId, text);
    }

    /** Adds the next version of an item of a kind to the record. */
    void add(CaseId caseId, ItemKind kind, UUID checkId, ClearText text) {
        Optional<CaseItem> newest = newest(caseId, kind, checkId);
        int version = newest.map(item -> item.address().version() + 1).orElse(1);
        byte[] before =
                newest.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), checkId, version, WHOLE_CHECK);
        SealedItem item = vault.seal(text, at, before);
        entities.persist(new CaseItem(Ids.fresh(), kind, at, item, keys.advance(at, item)));
        entities.flush();
    }

    /** The newest version of the check of one session. */
    Optional<CaseItem> newest(CaseId caseId, UUID checkId) {
        return newest(caseId, ItemKind.CHECK, checkId);
    }

    Optional<CaseItem> newest(CaseId caseId, ItemKind kind, UUID checkId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.itemId = :check and i.kind = :kind"
                                + " order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("check", checkId)
                .setParameter("kind", kind)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What was added last for any other session, what was left out among it; the newest first. */
    List<CaseItem> others(CaseId caseId, UUID checkId, int most) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.itemId <> :check and i.kind = :kind"
                                + " order by i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("check", checkId)
                .setParameter("kind", ItemKind.CHECK)
                .setMaxResults(most)
                .getResultList();
    }
}
