package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

/** Corrections as they lie among the messages of a case. Asks for nobody's permission. */
@ApplicationScoped
class CorrectionRows {
    private static final int WHOLE = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ItemIds ids;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Vault vault;

    @Inject
    private CaseKeys keys;

    /** The newest version of each, in the order in which they were asked. */
    List<CaseItem> of(CaseId caseId) {
        Map<UUID, CaseItem> newest = new LinkedHashMap<>();
        entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.CORRECTION)
                .getResultStream()
                .forEach(item -> newest.put(item.address().itemId(), item));
        return List.copyOf(newest.values());
    }

    /** Throws {@link DoesNotOpen} for what no server of ours has written. */
    Correction opened(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return CorrectionDocument.read(
                            text, item.address().itemId(), item.address().version())
                    .orElseThrow(() -> notOurs(item));
        }
    }

    private DoesNotOpen notOurs(CaseItem item) {
        wholeness.doubts(item.address());
        return new DoesNotOpen();
    }

    /** What came in a message of hers; under an id that something else has, it stays the message it is. */
    void begin(CaseId caseId, Correction asked) {
        if (!ids.isTaken(asked.id())) {
            add(caseId, asked, Optional.empty());
        }
    }

    void add(CaseId caseId, Correction correction, Optional<CaseItem> before) {
        byte[] hash =
                before.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        ItemAddress at =
                new ItemAddress(CaseKeys.part(caseId, Compartment.MESSAGES), correction.id(), correction.upon(), WHOLE);
        try (ClearText text = CorrectionDocument.write(correction)) {
            SealedItem item = vault.seal(text, at, hash);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.CORRECTION, at, item, keys.advance(at, item)));
            entities.flush();
        }
    }
}
