package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.EkId;
import org.safespaces.vault.Grant;
import org.safespaces.vault.Passphrase;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.VaultException;

/**
 * A client puts another code in place of the one she has. What the old one opens, the new one opens, and the old one opens nothing:
 * both in one transaction. A drawn code counts only once it was typed back; until then the old one opens. Whoever calls holds what the
 * code leads to, so that neither the enquiry nor the keys of the case change meanwhile.
 */
@Stateless
@PermitAll
@TransactionAttribute(MANDATORY)
public class CodeReplacement {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CodeBench bench;

    @Inject
    private CodeRows rows;

    @Inject
    private ReturnCodes codes;

    @Inject
    private StoredGrants grants;

    @Inject
    private KeyDirectory directory;

    @Inject
    private ServerSecrets secrets;

    @Inject
    private Lanes lanes;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Draws a code that waits to be typed back.
     *
     * @param enquiry what the code she has leads to, while that is no case yet
     * @return the code, to be shown in the answer to this request and nowhere else
     */
    public String draw(OpenCode current, CodeForm form, Optional<SealedIntake> enquiry) {
        String shown = form.draw();
        try (ReturnCode next = read(shown)) {
            bench.keep(successor(current, next, enquiry));
            return shown;
        }
    }

    /** Where the code leads that waits to be typed back. Throws {@link Interrupted} when none does. */
    public CodePlace waiting() {
        return pending().place();
    }

    /**
     * The drawn code is typed back, and takes the other's place.
     *
     * @param enquiryKey the erasure key that the enquiry lies under now, while it is no case
     * @throws WrongPhrase when it is not the one that was shown; {@link Interrupted} when what it leads to has changed since
     */
    public void confirm(String typed, Optional<EkId> enquiryKey) {
        PendingCode drawn = pending();
        try (ReturnCode next = read(typed)) {
            if (!drawn.is(next)) {
                throw new WrongPhrase();
            }
        } catch (VaultException cannotBeOne) {
            throw new WrongPhrase();
        }
        bench.clear();
        if (!drawn.enquiryKey().equals(enquiryKey)) {
            throw new Interrupted();
        }
        putInPlace(drawn);
    }

    /**
     * A phrase of her own, typed twice, takes the other's place at once.
     *
     * @throws WeakPhrase when it could be guessed, or serves somebody already
     */
    public void choose(OpenCode current, String own, Optional<SealedIntake> enquiry, String who) {
        if (!Passphrase.strongEnough(own)) {
            throw new WeakPhrase();
        }
        try (ReturnCode next = read(own)) {
            if (!codes.isFree(next.lookup(), who)) {
                throw new WeakPhrase();
            }
            putInPlace(successor(current, next, enquiry));
        }
        bench.clear();
    }

    private PendingCode pending() {
        return bench.pending(clock.instant()).orElseThrow(Interrupted::new);
    }

    private ReturnCode read(String code) {
        return lanes.forVisitors(() -> ReturnCode.read(code, secrets.newestPepper()));
    }

    /** What the code in use opens is sealed to the next: her words while they wait, then the messages of the case. */
    private PendingCode successor(OpenCode current, ReturnCode next, Optional<SealedIntake> enquiry) {
        Optional<PendingCode.PassedOn> words = enquiry.map(
                sent -> new PendingCode.PassedOn(sent.ekId(), current.code().passOn(sent, next.keys())));
        Optional<Grant> messages = current.holder().place().caseId().flatMap(id -> messages(current, next, id));
        return new PendingCode(current, next, words, messages, clock.instant());
    }

    /** Empty for a code that was let into no messages. */
    private Optional<Grant> messages(OpenCode current, ReturnCode next, CaseId id) {
        try {
            return Optional.of(current.code()
                    .passOn(CaseKeys.part(id, Compartment.MESSAGES), grants, directory.verified(), next.keys()));
        } catch (VaultException readsNothing) {
            return Optional.empty();
        }
    }

    private void putInPlace(PendingCode next) {
        StoredCode before = rows.of(next.before())
                .filter(code -> code.isLive(LocalDate.now(clock)))
                .filter(code -> code.place().equals(next.place()))
                .orElseThrow(Interrupted::new);
        next.messages().filter(grant -> grant.epoch() != newestEpoch(grant)).ifPresent(grant -> {
            throw new Interrupted();
        });
        CodePlace place = next.place();
        rows.remove(before);
        rows.add(next.lookup(), next.keys(), place, CodeGiver.HERSELF);
        next.wrap()
                .ifPresent(wrap -> entities.persist(
                        new StoredIntakeWrap(Ids.fresh(), place.intakeId().orElseThrow(), wrap)));
        next.messages().ifPresent(grant -> entities.persist(new CaseGrant(Ids.fresh(), grant)));
        place.caseId().ifPresent(id -> rows.tell(id, CodeChange.Kind.CHANGED, Optional.empty()));
        audit.record(caller.actor(), AuditAction.CODE_CHANGED, place.type(), place.reference());
    }

    private int newestEpoch(Grant grant) {
        return grants.epochs(grant.part()).stream()
                .mapToInt(epoch -> epoch.epoch())
                .max()
                .orElseThrow(Interrupted::new);
    }
}
