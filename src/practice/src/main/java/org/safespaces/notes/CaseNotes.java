package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.intake.IntakeAccepted;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.NoteMarks;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Case notes and what else stands in the clinical record, and process notes beside it. A therapist sees the files of her own caseload
 * only; process notes are for whoever holds the case, and for nobody who covers.
 */
@Stateless
@RolesAllowed("therapist")
public class CaseNotes {
    /** The most characters a note may have: in the worst case three bytes each, it still fits its envelope. */
    public static final int LONGEST = 60_000;

    private static final int WHOLE_NOTE = 1;

    /** Compartments in which items lie that are read one by one. */
    private static final List<Short> READ_HERE =
            List.of((short) Compartment.CLINICAL.code(), (short) Compartment.PROCESS.code());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseKeys keys;

    @Inject
    private Wholeness wholeness;

    @Inject
    private NoteMarks marks;

    @Inject
    private ItemIds ids;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The newest version of each note of the clinical record, and of what was sent in, newest first. Works with the vault locked. */
    public List<NoteSummary> list(CaseId caseId) {
        access.holder(caseId);
        return newestOf(caseId, ItemKind.LISTED);
    }

    /** The same for process notes; throws {@code NotYours} for whoever covers. */
    public List<NoteSummary> listProcess(CaseId caseId) {
        access.owner(caseId);
        return newestOf(caseId, Set.of(ItemKind.PROCESS));
    }

    private List<NoteSummary> newestOf(CaseId caseId, Set<ItemKind> kinds) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind in :kinds and i.version ="
                                + " (select max(n.version) from CaseItem n where n.itemId = i.itemId)"
                                + " order by i.day desc, i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kinds", kinds)
                .getResultStream()
                .map(CaseItem::summary)
                .toList();
    }

    /** Under which id the case's formulation lies; empty while there is none. */
    public Optional<UUID> formulation(CaseId caseId) {
        access.holder(caseId);
        return newestOf(caseId, Set.of(ItemKind.FORMULATION)).stream()
                .map(NoteSummary::itemId)
                .findFirst();
    }

    /** All versions of one item, the newest first. */
    public List<NoteSummary> versions(CaseId caseId, UUID itemId) {
        access.holder(caseId);
        return mine(caseId, itemId).stream().map(CaseItem::summary).toList();
    }

    /**
     * Opens the newest version of an item; recorded before it is opened. What opens is shown even when the record around it
     * does not match its seal: {@link OpenNote#whole} says so. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}.
     */
    public OpenNote read(CaseId caseId, UUID itemId) {
        access.holder(caseId);
        CaseItem newest = newest(mine(caseId, itemId));
        return open(newest, toRead(newest));
    }

    /**
     * Opens an item with its history and what was written beside it; recorded as one reading, and one more for each note beside it. As
     * {@link #read} otherwise.
     *
     * @param version which to show; 0 for the newest
     */
    public NoteFile file(CaseId caseId, UUID itemId, int version) {
        access.holder(caseId);
        List<CaseItem> versions = mine(caseId, itemId);
        CaseItem shown = version == 0
                ? newest(versions)
                : newest(versions.stream()
                        .filter(item -> item.summary().version() == version)
                        .toList());
        Disclosure why = toRead(shown);
        OpenNote opened = open(shown, why);
        List<CaseItem> beside = beside(caseId, itemId);
        List<OpenNote> others =
                beside.stream().flatMap(item -> ifItOpens(item).stream()).toList();
        return new NoteFile(
                others.size() == beside.size() ? opened : opened.doubted(),
                versions.stream().map(item -> version(item, why)).toList(),
                others);
    }

    /** One that does not open closes nothing else; it is recorded. */
    private Optional<OpenNote> ifItOpens(CaseItem item) {
        try (ClearText text = vault.open(item.item(), item.address(), toRead(item))) {
            return Optional.of(NoteDocument.read(item.summary(), text, true));
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            return Optional.empty();
        }
    }

    private List<CaseItem> beside(CaseId caseId, UUID itemId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.beside = :item and i.kind in :kinds and i.version ="
                                + " (select max(n.version) from CaseItem n where n.itemId = i.itemId) order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("item", itemId)
                .setParameter("kinds", ItemKind.WRITTEN)
                .getResultList();
    }

    private NoteVersion version(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            OpenNote opened = NoteDocument.read(item.summary(), text, true);
            return new NoteVersion(opened.summary(), opened.at(), opened.reason());
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            return new NoteVersion(item.summary(), Optional.empty(), Optional.empty());
        }
    }

    private Disclosure toRead(CaseItem item) {
        CasePart part = item.address().part();
        return access.toRead(
                new CaseId(part.caseId()),
                AuditAction.NOTE_OPENED,
                item.address().itemId(),
                part.compartment());
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

    /**
     * Seals, signs and locks a case note in one part; otherwise as the other {@code write}. What is done about somebody's safety is written
     * so, and while her record rests as well.
     */
    public UUID write(CaseId caseId, UUID noteId, String said, UUID appointmentOrNull) {
        access.holder(caseId);
        return keep(caseId, noteId, WrittenNote.plain(said, appointmentOrNull), NoteStanding.LOCKED);
    }

    /**
     * Seals and signs a note, and locks it if that is meant. From here on nobody can change it, its author included; a further
     * version can be added, and both stay.
     *
     * <p>Throws {@link NoteChanged} where the note was signed already and says something else, {@link NoSuchPerson} where something
     * else has its id, {@link org.safespaces.people.RecordRests}, and {@link DoesNotOpen}, and keeps nothing, where the keys of the case are
     * not what was signed.
     *
     * @param noteId drawn by the page when the form was first shown: the same note sent twice is stored once
     * @return the note's id
     */
    public UUID write(CaseId caseId, UUID noteId, WrittenNote note, NoteStanding standing) {
        access.holder(caseId);
        restrictions.demandNone(caseId);
        return keep(caseId, noteId, note, standing);
    }

    private UUID keep(CaseId caseId, UUID noteId, WrittenNote note, NoteStanding standing) {
        ids.queue(caseId);
        mayWrite(caseId, noteId, note);
        List<CaseItem> before = stored(caseId, noteId);
        if (before.isEmpty()) {
            ids.demandFree(noteId);
            add(
                    new ItemAddress(part(caseId, note.kind()), noteId, 1, WHOLE_NOTE),
                    note,
                    standing,
                    Optional.empty(),
                    null);
        } else if (!saysTheSame(before.get(before.size() - 1), note)) {
            throw new NoteChanged();
        }
        return noteId;
    }

    private void mayWrite(CaseId caseId, UUID noteId, WrittenNote note) {
        if (!ItemKind.WRITTEN.contains(note.kind())) {
            throw new NoSuchPerson();
        }
        if (note.kind() == ItemKind.PROCESS) {
            access.owner(caseId);
        }
        if (note.kind() == ItemKind.FORMULATION) {
            oneOnly(caseId, noteId);
        }
        note.beside().ifPresent(other -> {
            CaseItem locked = newest(mine(caseId, other));
            if (locked.address().part().compartment()
                    != part(caseId, note.kind()).compartment()) {
                throw new NoSuchPerson();
            }
        });
    }

    /** A case has one formulation: a second, begun in another window, is a version of it. */
    private void oneOnly(CaseId caseId, UUID noteId) {
        if (formulation(caseId).filter(other -> !other.equals(noteId)).isPresent()) {
            throw new NoteChanged();
        }
    }

    /** Sent a second time, by a double click or after a lost connection; opens what is there, and that is recorded. */
    private boolean saysTheSame(CaseItem first, WrittenNote note) {
        if (first.summary().kind() != note.kind()) {
            throw new NoSuchPerson();
        }
        return open(first, toRead(first)).said().equals(WrittenNote.joined(note.parts()));
    }

    /**
     * Adds a version to a note, chained to the one it was written upon. Throws {@link NoteChanged} when that is not the
     * newest any more, {@link NoteLocked} when that is locked and no reason is given, and {@link DoesNotOpen} as {@link #write} does.
     *
     * @param reason why a locked note is written anew; sealed with it
     */
    public void revise(
            CaseId caseId, UUID noteId, int upon, WrittenNote note, NoteStanding standing, Optional<String> reason) {
        access.holder(caseId);
        restrictions.demandNone(caseId);
        ids.queue(caseId);
        CaseItem newest = newest(mine(caseId, noteId));
        if (newest.summary().kind() != note.kind() || !ItemKind.WRITTEN.contains(note.kind())) {
            throw new NoSuchPerson();
        }
        if (newest.summary().version() != upon) {
            throw new NoteChanged();
        }
        boolean locked = newest.summary().standing() == NoteStanding.LOCKED;
        if (locked && reason.isEmpty()) {
            throw new NoteLocked();
        }
        ItemAddress at = new ItemAddress(newest.address().part(), noteId, upon + 1, WHOLE_NOTE);
        if (locked) {
            audit.record(caller.actor(), AuditAction.NOTE_UNLOCKED, "case item", noteId);
        }
        WrittenNote where = note.beside(newest.summary().beside());
        add(at, where, standing, reason.filter(why -> locked), newest);
    }

    /** Locks a note as it was signed last: a version that says the same. Throws as {@link #revise}; opens it, and that is recorded. */
    public void lock(CaseId caseId, UUID noteId, int upon) {
        access.holder(caseId);
        OpenNote signed = read(caseId, noteId);
        if (signed.summary().standing() == NoteStanding.LOCKED) {
            return;
        }
        WrittenNote same = new WrittenNote(
                signed.summary().kind(),
                signed.template(),
                signed.parts(),
                signed.disclosure(),
                signed.appointment(),
                signed.summary().beside());
        revise(caseId, noteId, upon, same, NoteStanding.LOCKED, Optional.empty());
    }

    private void add(
            ItemAddress at, WrittenNote note, NoteStanding standing, Optional<String> reason, CaseItem beforeOrNull) {
        byte[] previous = beforeOrNull == null
                ? SealedItem.NO_PREVIOUS
                : beforeOrNull.item().versionHash(beforeOrNull.address());
        try (ClearText text = NoteDocument.write(note, standing, clock.instant(), reason)) {
            SealedItem item = vault.seal(text, at, previous);
            entities.persist(new CaseItem(Ids.fresh(), note.kind(), at, item, keys.advance(at, item))
                    .marked(standing, note.beside(), note.about().map(marks::about)));
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

    /** As {@link #stored}, for the caller: process notes are the owner's alone. */
    private List<CaseItem> mine(CaseId caseId, UUID itemId) {
        List<CaseItem> versions = stored(caseId, itemId);
        boolean process = versions.stream().anyMatch(item -> item.summary().kind() == ItemKind.PROCESS);
        if (process) {
            access.owner(caseId);
        }
        return versions;
    }

    private List<CaseItem> stored(CaseId caseId, UUID itemId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.itemId = :item and i.compartment in :parts"
                                + " and i.kind in :kinds order by i.version desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("item", itemId)
                .setParameter("parts", READ_HERE)
                .setParameter("kinds", ItemKind.READ)
                .getResultList();
    }

    private static CaseItem newest(List<CaseItem> items) {
        return items.stream().findFirst().orElseThrow(NoSuchPerson::new);
    }

    private static CasePart clinical(CaseId caseId) {
        return CaseKeys.part(caseId, Compartment.CLINICAL);
    }

    private static CasePart part(CaseId caseId, ItemKind kind) {
        return CaseKeys.part(caseId, kind == ItemKind.PROCESS ? Compartment.PROCESS : Compartment.CLINICAL);
    }
}
