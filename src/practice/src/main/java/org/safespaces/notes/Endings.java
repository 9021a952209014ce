package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Erasure;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Pausing and ending therapy with a client, and taking it up again: by her own therapist, nobody who covers. The record stays as it is,
 * and so does her code; she books nothing meanwhile. What was gone through is a signed item of the record, each step a version.
 */
@Stateless
@RolesAllowed("therapist")
public class Endings {
    private static final int WHOLE_ENDING = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private CaseKeys keys;

    @Inject
    private Erasure erasure;

    @Inject
    private Raising raising;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Before the caller is asked anything: throws {@link org.safespaces.access.NotYours} unless the case is her own. */
    public void demandOwn(CaseId caseId) {
        access.owner(caseId);
    }

    /** Each step with its day, the newest first, and nothing of what was said. Works with the vault locked. */
    public List<NoteSummary> steps(CaseId caseId) {
        access.owner(caseId);
        return stored(caseId).stream().map(CaseItem::summary).toList();
    }

    /**
     * Opens the newest step; recorded before it is opened. Empty while therapy has never ended.
     *
     * @throws DoesNotOpen where what is stored is not what was signed
     */
    public Optional<Ending> read(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.ENDING_OPENED, caseId.value(), Compartment.CLINICAL);
        return stored(caseId).stream().findFirst().map(item -> opened(item, why));
    }

    private Ending opened(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return EndingDocument.read(text);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            throw new DoesNotOpen();
        }
    }

    /** Therapy rests for a while: she books nothing until it goes on. Throws {@link NoteChanged} where it does not go on now. */
    public void pause(CaseId caseId) {
        people.hold(caseId);
        access.owner(caseId);
        move(caseId, CaseState.ACTIVE, CaseState.PAUSED);
        audit.record(caller.actor(), AuditAction.CASE_PAUSED, "case", caseId.value());
    }

    /** It goes on after a pause. Throws {@link NoteChanged} where it does not rest. */
    public void goOn(CaseId caseId) {
        people.hold(caseId);
        access.owner(caseId);
        move(caseId, CaseState.PAUSED, CaseState.ACTIVE);
        audit.record(caller.actor(), AuditAction.CASE_RESUMED, "case", caseId.value());
    }

    /**
     * Therapy ends, or is taken up again after it has.
     *
     * @throws NoteChanged when it stands otherwise by now; {@link org.safespaces.followup.StillOpen} while something about her asks to be
     *     read today; {@link DoesNotOpen}, and nothing changes, where the keys of the case are not what was signed
     */
    public void write(CaseId caseId, Ending ending) {
        if (ending != null && ending.step() != Ending.Step.ENDED) {
            // before the case is held: whoever approves locks in this order, too
            erasure.takeBackBecauseItGoesOn(caseId);
        }
        people.hold(caseId);
        access.owner(caseId);
        if (ending == null || !ending.fits()) {
            throw new NoSuchPerson();
        }
        boolean ends = ending.step() == Ending.Step.ENDED;
        if (ends) {
            raising.demandNoneOpen(Subject.of(caseId));
        }
        CaseState now = people.summary(caseId).state();
        if (ends == (now == CaseState.ENDED)) {
            throw new NoteChanged();
        }
        move(caseId, now, ends ? CaseState.ENDED : CaseState.ACTIVE);
        UUID itemId = add(caseId, ending);
        audit.record(caller.actor(), ends ? AuditAction.CASE_ENDED : AuditAction.CASE_REOPENED, "case", caseId.value());
        audit.record(caller.actor(), AuditAction.NOTE_WRITTEN, "case item", itemId);
    }

    private void move(CaseId caseId, CaseState from, CaseState to) {
        if (!people.move(caseId, from, to)) {
            throw new NoteChanged();
        }
    }

    private UUID add(CaseId caseId, Ending ending) {
        restrictions.demandNone(caseId);
        Optional<CaseItem> before = stored(caseId).stream().findFirst();
        ItemAddress at = new ItemAddress(
                CaseKeys.part(caseId, Compartment.CLINICAL),
                before.map(item -> item.address().itemId()).orElseGet(Ids::fresh),
                before.map(item -> item.address().version() + 1).orElse(1),
                WHOLE_ENDING);
        byte[] hash =
                before.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        try (ClearText text = EndingDocument.write(ending)) {
            SealedItem item = vault.seal(text, at, hash);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.ENDING, at, item, keys.advance(at, item)));
            entities.flush();
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
        return at.itemId();
    }

    /** The newest first. */
    private List<CaseItem> stored(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.ENDING)
                .getResultList();
    }
}
