package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/** Consents as they lie among the messages of a case. Asks for nobody's permission. */
@ApplicationScoped
class ConsentRows {
    private static final int WHOLE_CONSENT = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Vault vault;

    @Inject
    private CaseKeys keys;

    /** All versions of each consent of a case, its newest first; the consents in the order in which they were asked. */
    List<List<CaseItem>> of(CaseId caseId) {
        Map<UUID, List<CaseItem>> byItem = new LinkedHashMap<>();
        entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.CONSENT)
                .getResultStream()
                .forEach(item -> byItem.computeIfAbsent(item.address().itemId(), id -> new ArrayList<>())
                        .add(0, item));
        return List.copyOf(byItem.values());
    }

    Optional<CaseItem> newest(CaseId caseId, UUID consentId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind and i.itemId = :item"
                                + " order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.CONSENT)
                .setParameter("item", consentId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Throws {@link DoesNotOpen} for what no server of ours has written. */
    Consent opened(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return ConsentDocument.read(
                            text, item.address().itemId(), item.address().version())
                    .orElseThrow(() -> notOurs(item));
        }
    }

    private DoesNotOpen notOurs(CaseItem item) {
        wholeness.doubts(item.address());
        return new DoesNotOpen();
    }

    /** What she decided, if it is still hers to decide so: of two that contradict each other the first counts. */
    void settle(CaseId caseId, ConsentAnswer answer, Disclosure why) {
        newest(caseId, answer.consent()).ifPresent(item -> opened(item, why)
                .after(answer.state(), answer.on(), Consent.By.CLIENT)
                .ifPresent(next -> add(caseId, next, Optional.of(item))));
    }

    void add(CaseId caseId, Consent consent, Optional<CaseItem> before) {
        byte[] hash =
                before.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        ItemAddress at = new ItemAddress(
                CaseKeys.part(caseId, Compartment.MESSAGES), consent.id(), consent.upon(), WHOLE_CONSENT);
        try (ClearText text = ConsentDocument.write(consent)) {
            SealedItem item = vault.seal(text, at, hash);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.CONSENT, at, item, keys.advance(at, item)));
            entities.flush();
        }
    }
}
