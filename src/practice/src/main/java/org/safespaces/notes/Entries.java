package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.ReadAhead;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * What is kept line by line beside the notes of a case, each line an item of the clinical record with versions of its own. Asks for nobody's
 * permission: its callers have.
 */
@ApplicationScoped
class Entries {
    private static final int WHOLE_ENTRY = 1;

    /** What gives account of the record, and changes nothing in it. */
    private static final Set<ItemKind> WRITTEN_WHILE_IT_RESTS = Set.of(ItemKind.REVIEW, ItemKind.OUTSIDE);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ItemIds ids;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseKeys keys;

    @Inject
    private ReadAhead readAhead;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Vault vault;

    /** How many lines there are. */
    int count(CaseId caseId, ItemKind kind) {
        return entities.createQuery(
                        "select count(distinct i.itemId) from CaseItem i where i.caseId = :case and i.kind = :kind",
                        Long.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind)
                .getSingleResult()
                .intValue();
    }

    /** Every version of every line, in the order they were written. */
    List<CaseItem> all(CaseId caseId, ItemKind kind) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind)
                .getResultList();
    }

    /** The newest version of one line. */
    Optional<CaseItem> newest(CaseId caseId, ItemKind kind, UUID id) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind and i.itemId = :item"
                                + " order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind)
                .setParameter("item", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Before several are opened one by one: their keys, at once. */
    void readAhead(CaseId caseId) {
        readAhead.of(List.of(caseId), Compartment.CLINICAL);
    }

    /** Does the record they stand in match its seal? */
    boolean isWhole(CaseId caseId) {
        return wholeness.check(CaseKeys.part(caseId, Compartment.CLINICAL));
    }

    /** Throws {@link DoesNotOpen}. */
    <T> T opened(CaseItem item, Disclosure why, BiFunction<NoteSummary, ClearText, T> read) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return read.apply(item.summary(), text);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            throw new DoesNotOpen();
        }
    }

    /**
     * Seals and signs a further version.
     *
     * @param upon the version that was shown, 0 for a line that is new; sent twice, a new one is kept once
     * @return whether it was kept; false where a new one was there already
     * @throws NoteChanged when that is not the newest any more; {@link org.safespaces.people.NoSuchPerson} for a new one under an id that
     *     something else has; {@link DoesNotOpen}, and nothing is kept, where the keys of the case are not what was signed
     */
    boolean add(CaseId caseId, ItemKind kind, UUID id, int upon, ClearText text) {
        return add(caseId, kind, id, upon, text, NoteStanding.LOCKED);
    }

    /** The same; how the version stands shows while it is closed. */
    boolean add(CaseId caseId, ItemKind kind, UUID id, int upon, ClearText text, NoteStanding standing) {
        ids.queue(caseId);
        Optional<CaseItem> newest = newest(caseId, kind, id);
        int version = newest.map(item -> item.address().version()).orElse(0);
        if (upon == 0 && version > 0) {
            return false;
        }
        if (version != upon) {
            throw new NoteChanged();
        }
        if (upon == 0) {
            ids.demandFree(id);
        }
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), id, version + 1, WHOLE_ENTRY);
        byte[] before =
                newest.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        seal(kind, at, text, before, standing, Optional.empty());
        return true;
    }

    /**
     * Seals and signs a copy of a line for the client, once: among the messages, which her code opens.
     *
     * @param of the line; it shows beside the copy
     * @return whether it was kept; false where there was one already
     * @throws DoesNotOpen as {@code add}
     */
    boolean addCopy(CaseId caseId, ItemKind kind, UUID id, UUID of, ClearText text) {
        ids.queue(caseId);
        boolean there = all(caseId, kind).stream()
                .anyMatch(copy -> copy.summary().beside().equals(Optional.of(of)));
        if (!there) {
            ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.MESSAGES), id, 1, WHOLE_ENTRY);
            seal(kind, at, text, SealedItem.NO_PREVIOUS, NoteStanding.LOCKED, Optional.of(of));
        }
        return !there;
    }

    private void seal(
            ItemKind kind,
            ItemAddress at,
            ClearText text,
            byte[] before,
            NoteStanding standing,
            Optional<UUID> beside) {
        if (!WRITTEN_WHILE_IT_RESTS.contains(kind)) {
            restrictions.demandNone(new CaseId(at.part().caseId()));
        }
        try {
            SealedItem item = vault.seal(text, at, before);
            entities.persist(new CaseItem(Ids.fresh(), kind, at, item, keys.advance(at, item))
                    .marked(standing, beside, Optional.empty()));
            entities.flush();
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
    }
}
