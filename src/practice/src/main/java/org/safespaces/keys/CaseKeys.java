package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.audit.LoggedHead;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.EkId;
import org.safespaces.vault.EpochDraft;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;
import org.safespaces.vault.HeadStep;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;
import org.safespaces.vault.VouchedKeys;

/** Keys of cases: makes them, gives them on, and keeps the head over all that was written. */
@Stateless
@RolesAllowed("therapist")
@TransactionAttribute(MANDATORY)
public class CaseKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Pins pins;

    @Inject
    private ReturnCodes codes;

    @Inject
    private EndingKeys endingKeys;

    @Inject
    private Event<EpochBegun> begun;

    @Inject
    private Event<CaseShared> shared;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** A compartment of a case of this practice. */
    public static CasePart part(CaseId caseId, Compartment compartment) {
        return new CasePart(ServerSecrets.tenant(), caseId.value(), compartment);
    }

    /** Makes the keys of a new case, each compartment its own, held by the caller. */
    public void make(CaseId caseId) {
        for (Compartment compartment : Compartment.values()) {
            keep(vault.openCase(part(caseId, compartment)));
        }
        entities.flush();
    }

    /**
     * Lets whoever holds a code read what is written to her, from the first message on: compartment M, and nothing else. Throws
     * {@link KeysDoNotFit} when the caller's own keys do not open it.
     */
    public void grantToCode(CaseId caseId, CodeKeys code) {
        try {
            keep(vault.grantToCode(part(caseId, Compartment.MESSAGES), code));
        } catch (VaultException doesNotOpen) {
            throw new KeysDoNotFit();
        }
        entities.flush();
    }

    /** The colleagues to whom a case can be given: their keys are vouched for. */
    public Set<TherapistId> colleagues() {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        return directory.verified().all().stream()
                .filter(keys -> keys.kind() == KeyKind.PERSON)
                .map(keys -> new TherapistId(keys.personId()))
                .filter(colleague -> !colleague.equals(me))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Lets a colleague hold a case as well, from its present epoch on: every compartment; to cover, all but process notes. Throws
     * {@link UnvouchedColleague}.
     */
    public void share(CaseId caseId, Share with, Disclosure why) {
        give(caseId, with, why);
        entities.flush();
        shared.fire(new CaseShared(caseId, why));
    }

    private void give(CaseId caseId, Share with, Disclosure why) {
        VouchedKeys to = vouched(with.who());
        for (Compartment compartment : compartments(with.purpose())) {
            keep(vault.grant(part(caseId, compartment), to, with.purpose(), with.notAfter(), why));
        }
    }

    /**
     * Changes the lock of a case: every compartment gets a new secret, held by the caller, by those named and (messages) by the
     * client's code; all that is sealed in the case moves under it; the erasure keys of before are destroyed once this is
     * committed. Nobody else opens anything of the case again, old copies of its rows included. The caller has the case to herself
     * ({@code People.hold}). Throws {@link UnvouchedColleague}, and {@link KeysDoNotFit}, which is recorded, when her own do not
     * open it.
     */
    public void rotate(CaseId caseId, List<Share> others, Disclosure why) {
        try {
            changeLock(caseId, others, why);
        } catch (VaultException doesNotOpen) {
            audit.recordRefusal(caller.actor(), AuditAction.EPOCH_CHANGED, "case", caseId.value());
            throw new KeysDoNotFit();
        }
    }

    private void changeLock(CaseId caseId, List<Share> others, Disclosure why) {
        VouchedKeys me = vouched(caller.therapist().orElseThrow(NoSuchPerson::new));
        for (Compartment compartment : Compartment.values()) {
            CasePart part = part(caseId, compartment);
            EkId before = newestEpoch(part).record(part).ekId();
            List<CodeKeys> codes = codes(part);
            EpochDraft next = vault.rotate(part, List.of(me), codes, why);
            keep(next);
            doubtCodesLeftOut(caseId, codes, next);
            entities.flush();
            endingKeys.end(before);
        }
        others.forEach(with -> give(caseId, with, why));
        entities.flush();
        begun.fire(new EpochBegun(caseId, why));
    }

    /** The vault gives nothing to a code that nobody had given this case before: then its row was put there by somebody else. */
    private void doubtCodesLeftOut(CaseId caseId, List<CodeKeys> codes, EpochDraft next) {
        boolean anyLeftOut = codes.stream().anyMatch(code -> next.grants().stream()
                .noneMatch(grant -> grant.recipientId().equals(code.codeId())));
        if (anyLeftOut) {
            audit.recordRefusal(caller.actor(), AuditAction.KEYS_DO_NOT_MATCH, "case", caseId.value());
        }
    }

    private List<CodeKeys> codes(CasePart part) {
        return part.compartment() == Compartment.MESSAGES
                ? codes.ofCase(new CaseId(part.caseId())).stream().toList()
                : List.of();
    }

    private StoredEpoch newestEpoch(CasePart part) {
        return entities.createQuery(
                        "select e from StoredEpoch e where e.caseId = :case and e.compartment = :part"
                                + " order by e.epoch desc",
                        StoredEpoch.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .setMaxResults(1)
                .getSingleResult();
    }

    /** Process notes are their author's, and of whoever takes the case over; nobody needs them for a week of cover. */
    private static Set<Compartment> compartments(GrantPurpose purpose) {
        return purpose == GrantPurpose.COVER
                ? EnumSet.complementOf(EnumSet.of(Compartment.PROCESS))
                : EnumSet.allOf(Compartment.class);
    }

    private VouchedKeys vouched(TherapistId person) {
        return pins.asRemembered(person.value()).orElseThrow(UnvouchedColleague::new);
    }

    private void keep(EpochDraft draft) {
        entities.persist(new StoredEpoch(Ids.fresh(), draft.epoch()));
        draft.grants().forEach(this::keep);
    }

    private void keep(Grant grant) {
        entities.persist(new CaseGrant(Ids.fresh(), grant));
    }

    /**
     * Adds a sealed item to the head of its compartment, and writes into the log what the head is now; holds the head's row
     * until the transaction ends.
     *
     * @return which step of the compartment's history this is, counted from 1
     */
    public long advance(ItemAddress at, SealedItem added) {
        Optional<StoredHead> stored = storedHead(at.part(), LockModeType.PESSIMISTIC_WRITE);
        CaseHead next = vault.advance(stored.map(row -> row.head(at.part())).orElse(null), at, added);
        stored.ifPresentOrElse(row -> row.advanceTo(next), () -> entities.persist(new StoredHead(Ids.fresh(), next)));
        audit.recordGrowth(
                caller.actor(), inTheLog(at.part()), at.part().caseId(), new LoggedHead(next.count(), next.hash()));
        entities.flush();
        return next.count();
    }

    /**
     * Whether a compartment's history is the one its signed head was counted over, and the newest that the log knows of. Nothing
     * at all matches nothing at all. Needs the vault open.
     *
     * @param history every version, in the order it was added; asked for once the head is held, so that nobody adds to it meanwhile
     */
    public boolean matches(CasePart part, Supplier<List<HeadStep>> history) {
        Optional<CaseHead> head =
                storedHead(part, LockModeType.PESSIMISTIC_READ).map(row -> row.head(part));
        List<HeadStep> steps = history.get();
        List<LoggedHead> logged = audit.heads(inTheLog(part), part.caseId());
        if (head.isEmpty()) {
            return steps.isEmpty() && logged.isEmpty();
        }
        try {
            vault.verify(head.get(), steps);
        } catch (VaultException doesNotMatch) {
            return false;
        }
        // a record that has not grown since the log keeps heads has no line yet
        return logged.isEmpty() || isNewest(head.get(), logged);
    }

    /** Each growth stands in the log once, one after the other, and the last is what the head says: also after a later addition. */
    private static boolean isNewest(CaseHead head, List<LoggedHead> logged) {
        long before = head.count() - logged.size();
        boolean inOrder =
                IntStream.range(0, logged.size()).allMatch(i -> logged.get(i).items() == before + i + 1);
        return inOrder && Arrays.equals(logged.get(logged.size() - 1).hash(), head.hash());
    }

    private Optional<StoredHead> storedHead(CasePart part, LockModeType lock) {
        return entities.createQuery(
                        "select h from StoredHead h where h.caseId = :case and h.compartment = :part", StoredHead.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private static String inTheLog(CasePart part) {
        return part.compartment().name().toLowerCase(Locale.ROOT) + " record";
    }
}
