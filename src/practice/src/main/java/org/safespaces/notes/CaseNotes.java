package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.intake.IntakeAccepted;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/** Case notes and what else stands in the clinical record. A therapist sees the files of her own caseload only. */
@Stateless
@RolesAllowed("therapist")
public class CaseNotes {
    /** The most characters a note may have: in the worst case three bytes each, it still fits its envelope. */
    public static final int LONGEST = 60_000;

    private static final int WHOLE_NOTE = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseKeys keys;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** The newest version of each item of the clinical record but the checks before sessions, newest first. Works with the vault locked. */
    public List<NoteSummary> list(CaseId caseId) {
        access.holder(caseId);
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.compartment = :clinical and i.kind <> :check and i.version ="
                                + " (select max(n.version) from CaseItem n where n.itemId = i.itemId)"
                                + " order by i.day desc, i.id",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("clinical", (short) Compartment.CLINICAL.code())
                .setParameter("check", ItemKind.CHECK)
                .getResultStream()
                .map(CaseItem::summary)
                .toList();
    }

    /** All versions of one item, the newest first. */
    public List<NoteSummary> versions(CaseId caseId, UUID itemId) {
        access.holder(caseId);
        return stored(caseId, itemId).stream().map(CaseItem::summary).toList();
    }

    /**
     * Opens the newest version of an item; recorded before it is opened. What opens is shown even when the record around it
     * does not match its seal: {@link OpenNote#whole} says so. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}.
     */
    public OpenNote read(CaseId caseId, UUID itemId) {
        Disclosure why = access.toRead(caseId, AuditAction.NOTE_OPENED, itemId, Compartment.CLINICAL);
        return open(newest(stored(caseId, itemId)), why);
    }

    /**
     * Whether the clinical record matches its signed head and the log: nothing taken out, put in, exchanged or put back to an
     * earlier state. Recorded when it does not. Needs the vault open.
     */
    public boolean isWhole(CaseId caseId) {
        access.holder(caseId);
        return wholeness.check(clinical(caseId));
    }

    private OpenNote open(CaseItem item, Disclosure why) {
        boolean whole = wholeness.check(item.address().part());
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return NoteDocument.read(item.summary(), text, whole);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            throw new DoesNotOpen();
        }
    }

    /**
     * Opens who she is and how she may be reached; recorded before it is opened. Empty when nothing is kept. As {@link #read}
     * otherwise.
     */
    public Optional<OpenNote> contact(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.CONTACT_OPENED, caseId.value(), Compartment.IDENTITY);
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.CONTACT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(item -> open(item, why));
    }

    /** How many messages there are in the case; what they say is sealed. */
    public int countMessages(CaseId caseId) {
        access.holder(caseId);
        return messagesOf(caseId).size();
    }

    /** Opens the messages of a case, in the order they were written; recorded before. As {@link #read} otherwise, for each of them. */
    public List<KeptMessage> messages(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.MESSAGES_OPENED, caseId.value(), Compartment.MESSAGES);
        boolean whole = wholeness.check(CaseKeys.part(caseId, Compartment.MESSAGES));
        return messagesOf(caseId).stream()
                .map(item -> message(item, why, whole))
                .toList();
    }

    private KeptMessage message(CaseItem item, Disclosure why, boolean whole) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return KeptMessage.read(text, whole);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            return KeptMessage.closed(item.summary().day());
        }
    }

    private List<CaseItem> messagesOf(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.MESSAGE)
                .getResultList();
    }

    /**
     * Seals, signs and locks a note. From here on nobody can change it, its author included; a further version can be
     * added, and both stay.
     *
     * <p>Throws {@link DoesNotOpen}, and keeps nothing, where the keys of the case are not what was signed.
     *
     * @param noteId drawn by the page when the form was first shown: the same note sent twice is stored once
     * @return the note's id
     */
    public UUID write(CaseId caseId, UUID noteId, String said, UUID appointmentOrNull) {
        access.holder(caseId);
        List<CaseItem> before = stored(caseId, noteId);
        if (!before.isEmpty()) {
            return noteId;
        }
        seal(
                caseId,
                new ItemAddress(clinical(caseId), noteId, 1, WHOLE_NOTE),
                said,
                SealedItem.NO_PREVIOUS,
                appointmentOrNull);
        return noteId;
    }

    /**
     * Adds a version to a note, chained to the one it was written upon. Throws {@link NoteChanged} when that is not the
     * newest any more, and {@link DoesNotOpen} as {@link #write} does.
     */
    public void revise(CaseId caseId, UUID noteId, int upon, String said, UUID appointmentOrNull) {
        access.holder(caseId);
        CaseItem newest = newest(stored(caseId, noteId));
        if (newest.summary().kind() != ItemKind.NOTE) {
            throw new NoSuchPerson();
        }
        if (newest.summary().version() != upon) {
            throw new NoteChanged();
        }
        ItemAddress at = new ItemAddress(clinical(caseId), noteId, upon + 1, WHOLE_NOTE);
        seal(caseId, at, said, newest.item().versionHash(newest.address()), appointmentOrNull);
    }

    private void seal(CaseId caseId, ItemAddress at, String said, byte[] previous, UUID appointmentOrNull) {
        try (ClearText text = NoteDocument.write(said, appointmentOrNull)) {
            SealedItem sealed = vault.seal(text, at, previous);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.NOTE, at, sealed, keys.advance(at, sealed)));
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
        audit.record(caller.actor(), AuditAction.NOTE_WRITTEN, "case item", at.itemId());
    }

    /** What was sent in becomes the first items of the case file, in the transaction that accepts it. */
    public void begin(@Observes IntakeAccepted accepted) {
        for (IntakeAccepted.FirstItem first : accepted.items()) {
            ItemKind kind =
                    switch (first.what()) {
                        case ANSWERS -> ItemKind.INTAKE;
                        case CONTACT -> ItemKind.CONTACT;
                        case MESSAGE -> ItemKind.MESSAGE;
                        case COLLEAGUES -> ItemKind.COLLEAGUES;
                    };
            entities.persist(new CaseItem(Ids.fresh(), kind, first.at(), first.sealed(), first.step()));
        }
        entities.flush();
    }

    private List<CaseItem> stored(CaseId caseId, UUID itemId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.itemId = :item and i.compartment = :part"
                                + " and i.kind <> :check order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("item", itemId)
                .setParameter("part", (short) Compartment.CLINICAL.code())
                .setParameter("check", ItemKind.CHECK)
                .getResultList();
    }

    private static CaseItem newest(List<CaseItem> items) {
        return items.stream().findFirst().orElseThrow(NoSuchPerson::new);
    }

    private static CasePart clinical(CaseId caseId) {
        return CaseKeys.part(caseId, Compartment.CLINICAL);
    }
}
