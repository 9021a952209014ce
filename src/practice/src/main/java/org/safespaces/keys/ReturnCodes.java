package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.VaultException;

/**
 * Codes that clients hold. Drawn here, shown once, never kept: what is stored is derived from them and does not lead
 * back. Wrong, expired and unknown codes cost the same and are answered the same.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReturnCodes {
    @PersistenceContext
    private EntityManager entities;

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

    private Tries tries;

    @PostConstruct
    void begin() {
        tries = new Tries(clock);
    }

    /** Draws a code for an enquiry; the second half goes to the sealing, the first is shown to the person once. */
    public Drawn draw(UUID intakeId) {
        String shown = ReturnCode.draw(ReturnCode.Form.DIGITS);
        try (ReturnCode code = lanes.forVisitors(() -> ReturnCode.open(shown, secrets.newestPepper()))) {
            entities.persist(new StoredCode(code, intakeId, LocalDate.now(clock)));
            return new Drawn(shown, code.keys());
        }
    }

    /** A fresh code: what is shown once, and what can be sealed to. */
    public record Drawn(String shown, CodeKeys keys) {
        @Override
        public String toString() {
            return "Drawn[redacted]";
        }
    }

    /**
     * What a typed code belongs to.
     *
     * @param typed as typed; spaces and dashes do not matter
     * @param who whatever stands for the one who tries, to count wrong tries by
     * @throws WrongPhrase for a wrong, expired or unknown code; {@link TooManyTries} while there is a wait
     */
    public CodeHolder use(String typed, String who) {
        tries.mayTry(who);
        Optional<StoredCode> stored = find(typed);
        LocalDate today = LocalDate.now(clock);
        if (stored.isEmpty() || !stored.get().isLive(today)) {
            tries.failed(who);
            audit.recordRefusal(caller.actor(), AuditAction.CODE_FAILED, "code", null);
            throw new WrongPhrase();
        }
        tries.succeeded(who);
        stored.get().used(today);
        CodeHolder holder = stored.get().holder();
        audit.record(
                caller.actor(),
                AuditAction.CODE_USED,
                "intake",
                holder.intakeId().orElse(null));
        return holder;
    }

    private Optional<StoredCode> find(String typed) {
        // every live pepper is tried each time: how long it takes must not tell which one a code was made with
        List<Optional<StoredCode>> found = secrets.livePeppers().stream()
                .map(pepper -> find(typed, pepper))
                .toList();
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<StoredCode> find(String typed, Pepper pepper) {
        try (ReturnCode code = lanes.forVisitors(() -> ReturnCode.open(typed, pepper))) {
            return Optional.ofNullable(entities.find(StoredCode.class, code.lookup()));
        } catch (VaultException notACode) {
            return Optional.empty();
        }
    }

    /** The public half of an enquiry's code, if it has one that lives. */
    @RolesAllowed("therapist")
    public Optional<CodeKeys> ofIntake(UUID intakeId) {
        return stored(intakeId)
                .filter(code -> code.isLive(LocalDate.now(clock)))
                .map(StoredCode::keys);
    }

    /** The public halves of the codes that lead to a case and live. */
    @RolesAllowed("therapist")
    public List<CodeKeys> ofCase(CaseId caseId) {
        LocalDate today = LocalDate.now(clock);
        return entities.createQuery("select c from StoredCode c where c.caseId = :case", StoredCode.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .filter(code -> code.isLive(today))
                .map(StoredCode::keys)
                .toList();
    }

    /** From now on the enquiry's code also leads to the case it has become. */
    @RolesAllowed("therapist")
    public void follow(UUID intakeId, CaseId caseId) {
        stored(intakeId).ifPresent(code -> code.belongsTo(caseId));
    }

    private Optional<StoredCode> stored(UUID intakeId) {
        return entities.createQuery("select c from StoredCode c where c.intakeId = :intake", StoredCode.class)
                .setParameter("intake", intakeId)
                .getResultStream()
                .findFirst();
    }
}
