package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.vault.ClearText;

/** Her own staying-safe plan, for a signed-in client with her code: the copy that was shared last. */
@Stateless
@RolesAllowed("client")
public class OwnPlan {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CodeMessages byCode;

    @Inject
    private HerMessages hers;

    @Inject
    private Caller caller;

    /** When the copy that she has was shared; empty while she has none. Needs no code. */
    public Optional<LocalDate> sharedOn() {
        return caller.client().flatMap(this::newest).map(copy -> copy.summary().day());
    }

    /** Whether she has a copy that she has not opened yet; false for somebody who has not joined. Needs no code. */
    public boolean isNew() {
        return caller.client()
                .filter(id -> hers.unseen(id, HerMessages.News.PLAN) > 0)
                .isPresent();
    }

    /**
     * Opens it; that a code was used is recorded before. Empty while she has none, and where it is not what was sealed there.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none of hers; {@link org.safespaces.keys.KeysDoNotFit} where it leads to no
     *     case; {@link org.safespaces.keys.TooManyTries}; {@link org.safespaces.keys.TooBusy}
     */
    public Optional<SharedPlan> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            hers.seen(id, HerMessages.News.PLAN);
            return newest(id)
                    .flatMap(copy -> byCode.openItem(open, copy.item(), copy.address()))
                    .flatMap(OwnPlan::read);
        }
    }

    private static Optional<SharedPlan> read(ClearText opened) {
        try (opened) {
            return PlanDocument.readCopy(opened);
        }
    }

    private Optional<CaseItem> newest(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.PLAN_COPY)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
