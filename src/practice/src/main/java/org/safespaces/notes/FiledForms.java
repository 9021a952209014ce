package org.safespaces.notes;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.InwardSeals;
import org.safespaces.keys.KeyGone;
import org.safespaces.people.CaseId;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedInward;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Filled-in forms in the clinical record, for the feature whose forms they are ({@code measures}), always in the transaction of the
 * act they belong to. Each is one item with one version: what was answered stays as it was. Who may do the act has been asked there, and
 * it has been recorded.
 */
@Stateless
@RolesAllowed("therapist")
@TransactionAttribute(MANDATORY)
public class FiledForms {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PendingChecks pending;

    @Inject
    private ItemIds ids;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Restrictions restrictions;

    @Inject
    private InwardSeals seals;

    @Inject
    private Vault vault;

    /**
     * The calling client's form, sealed for whoever holds her case; she shares it ({@code People.share}).
     *
     * @return {@code false} where one of this id is there already: the first counts
     * @throws org.safespaces.keys.KeysDoNotFit where nobody holds her case
     */
    @RolesAllowed("client")
    public boolean send(CaseId me, UUID formId, ClearText text) {
        pending.queue(me);
        if (isKept(me, formId)) {
            return false;
        }
        SealedInward sealedForHolders = seals.seal(Compartment.CLINICAL, formId, text);
        pending.keep(me, ItemKind.MEASURE, sealedForHolders);
        return true;
    }

    /** Whether a form of this id has come back, opened or not. The round that tells of open ones has no caller. */
    @PermitAll
    public boolean isThere(CaseId caseId, UUID formId) {
        return isKept(caseId, formId);
    }

    private boolean isKept(CaseId caseId, UUID formId) {
        return pending.sent(caseId, formId).isPresent()
                || pending.newest(caseId, ItemKind.MEASURE, formId).isPresent();
    }

    /**
     * Adds a form that the calling therapist has filled in.
     *
     * @return {@code false} where one of this id is there already
     * @throws org.safespaces.people.NoSuchPerson where something else has this id; {@link DoesNotOpen}, and nothing is kept, where the keys
     *     of the case are not what was signed
     */
    public boolean file(CaseId caseId, UUID formId, ClearText text) {
        restrictions.demandNone(caseId);
        pending.queue(caseId);
        if (isKept(caseId, formId)) {
            return false;
        }
        ids.demandFree(formId);
        try {
            pending.add(caseId, ItemKind.MEASURE, formId, text);
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), formId, 1, 1));
            throw new DoesNotOpen();
        }
        return true;
    }

    /**
     * Takes in what the client has sent to the caller, and opens all forms of a case in the order in which they came into the record. What
     * does not open, and what cannot be taken in under keys that are not what was signed, is recorded and keeps nothing else from being
     * shown.
     */
    public OpenForms open(CaseId caseId, Disclosure why) {
        pending.queue(caseId);
        boolean left = false;
        boolean doubtful = false;
        try {
            left = pending.takeIn(caseId, ItemKind.MEASURE, why);
        } catch (VaultException | KeyGone notUnderTheseKeys) {
            wholeness.doubts(new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), caseId.value(), 1, 1));
            doubtful = true;
        }
        boolean whole = wholeness.check(CaseKeys.part(caseId, Compartment.CLINICAL));
        List<OpenForms.Form> forms = new ArrayList<>();
        for (CaseItem item : filed(caseId)) {
            try (ClearText text = vault.open(item.item(), item.address(), why)) {
                NoteSummary summary = item.summary();
                forms.add(new OpenForms.Form(summary.itemId(), summary.author(), text.text()));
            } catch (VaultException | KeyGone doesNotOpen) {
                wholeness.doubts(item.address());
                doubtful = true;
            }
        }
        return new OpenForms(forms, left, !whole || doubtful);
    }

    private List<CaseItem> filed(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.MEASURE)
                .getResultList();
    }

    /** Forms of these cases that have come back and that nobody has opened, the earliest first. Works with the vault locked. */
    public List<FormSent> unread(Collection<CaseId> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select c from SentCheck c where c.kind = :kind and c.caseId in :cases order by c.day, c.id",
                        SentCheck.class)
                .setParameter("kind", ItemKind.MEASURE)
                .setParameter("cases", cases.stream().map(CaseId::value).toList())
                .getResultStream()
                .map(sent -> new FormSent(sent.caseId(), sent.day()))
                .toList();
    }
}
