package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.Restrictions;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Staying-safe plans, as therapists make them with their clients: one a case, in versions that all stay. A client is given a copy as it is
 * on a day, sealed to her code; what is changed afterwards she has when it is shared again. Source: measures.md 10.
 */
@Stateless
@RolesAllowed("therapist")
public class Plans {
    private static final int WHOLE_PLAN = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Wholeness wholeness;

    @Inject
    private ItemIds ids;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseKeys keys;

    @Inject
    private Vault vault;

    @Inject
    private Mailer mailer;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** That there is one, and since when; empty for none. Works with the vault locked. */
    public Optional<PlanStanding> standing(CaseId caseId) {
        access.holder(caseId);
        List<NoteSummary> versions =
                stored(caseId, ItemKind.PLAN).stream().map(CaseItem::summary).toList();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> shared = stored(caseId, ItemKind.PLAN_COPY).stream()
                .map(copy -> copy.summary().day())
                .findFirst();
        return Optional.of(new PlanStanding(versions.get(versions.size() - 1).day(), versions, shared));
    }

    /**
     * Opens the newest version; recorded before it is opened. Empty while there is none.
     *
     * @throws DoesNotOpen where what is stored is not what was signed
     */
    public Optional<OpenPlan> read(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.PLAN_OPENED, caseId.value(), Compartment.CLINICAL);
        return newest(caseId)
                .map(item -> new OpenPlan(
                        opened(item, why),
                        item.summary(),
                        wholeness.check(item.address().part())));
    }

    private StayingSafe opened(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return PlanDocument.read(text);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            throw new DoesNotOpen();
        }
    }

    /**
     * Adds a version, or the first one.
     *
     * @param upon the version that was shown, 0 for none
     * @throws NoteChanged when that is not the newest any more; {@link DoesNotOpen}, and nothing is kept, where the keys of the case are
     *     not what was signed
     */
    public void write(CaseId caseId, int upon, StayingSafe plan) {
        access.holder(caseId);
        if (plan == null || !plan.fits()) {
            throw new NoSuchPerson();
        }
        ids.queue(caseId);
        Optional<CaseItem> newest = newest(caseId);
        if (upon != newest.map(item -> item.summary().version()).orElse(0)) {
            throw new NoteChanged();
        }
        UUID itemId = newest.map(item -> item.summary().itemId()).orElseGet(Ids::fresh);
        byte[] before =
                newest.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), itemId, upon + 1, WHOLE_PLAN);
        try (ClearText text = PlanDocument.write(plan)) {
            add(ItemKind.PLAN, at, text, before);
        }
        audit.record(caller.actor(), AuditAction.PLAN_WRITTEN, "case item", itemId);
    }

    /**
     * Gives its client a copy of the newest version. Whether a letter tells her that something is waiting, her contact card says.
     *
     * @param upon the version that was shown
     * @throws NoteChanged when that is not the newest any more; {@link DoesNotOpen}; {@link NoSuchPerson} where there is no plan
     */
    public void share(CaseId caseId, int upon) {
        TherapistId me = access.holder(caseId);
        Disclosure why = access.toRead(caseId, AuditAction.PLAN_OPENED, caseId.value(), Compartment.CLINICAL);
        CaseItem newest = newest(caseId).orElseThrow(NoSuchPerson::new);
        if (newest.summary().version() != upon) {
            throw new NoteChanged();
        }
        StayingSafe plan = opened(newest, why);
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.MESSAGES), Ids.fresh(), 1, WHOLE_PLAN);
        try (ClearText text = PlanDocument.copy(plan, LocalDate.now(clock), me)) {
            add(ItemKind.PLAN_COPY, at, text, SealedItem.NO_PREVIOUS);
        }
        audit.record(caller.actor(), AuditAction.PLAN_SHARED, "case item", at.itemId());
        mailer.afterPause(Letter.MESSAGE_WAITING, caseId.value(), HerMessages.NEWS);
    }

    private void add(ItemKind kind, ItemAddress at, ClearText text, byte[] before) {
        restrictions.demandNone(new CaseId(at.part().caseId()));
        try {
            SealedItem item = vault.seal(text, at, before);
            entities.persist(new CaseItem(Ids.fresh(), kind, at, item, keys.advance(at, item)));
            entities.flush();
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
    }

    private Optional<CaseItem> newest(CaseId caseId) {
        return stored(caseId, ItemKind.PLAN).stream().findFirst();
    }

    /** The newest first. */
    private List<CaseItem> stored(CaseId caseId, ItemKind kind) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", kind)
                .getResultList();
    }
}
