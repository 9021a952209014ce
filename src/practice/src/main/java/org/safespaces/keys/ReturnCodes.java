package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.ReturnCode;

/**
 * Codes that clients hold. Drawn here, shown once, never kept: what is stored is derived from them and does not lead
 * back. Wrong, expired and unknown codes cost the same and are answered the same.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReturnCodes {
    @Inject
    private ServerSecrets secrets;

    @Inject
    private Lanes lanes;

    @Inject
    private CodeDoor door;

    @Inject
    private CodeRows rows;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Draws a code for an enquiry; the second half goes to the sealing, the first is shown to the person once. */
    public Drawn draw(UUID intakeId) {
        return keep(CodeForm.DIGITS.draw(), intakeId);
    }

    /** Lets a code that somebody has been given for her unfinished form lead to what she sends. */
    public Drawn keep(String shown, UUID intakeId) {
        return door.with(shown, code -> {
            CodePlace place = new CodePlace(Optional.of(intakeId), Optional.empty());
            rows.add(code.lookup(), code.keys(), place, CodeGiver.ENQUIRY);
            return new Drawn(shown, code.keys());
        });
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
     * @param typed as typed; spaces and dashes do not matter in a drawn one
     * @param who whatever stands for the one who tries, to count wrong tries by
     * @throws WrongPhrase for a wrong, expired or unknown code; {@link TooManyTries} while there is a wait; {@link TooBusy}
     */
    public CodeHolder use(String typed, String who) {
        try (OpenCode code = opened(typed, who)) {
            return code.holder();
        }
    }

    /** As {@link #use}, with its keys, which the caller closes. */
    public OpenCode open(String typed, String who) {
        return opened(typed, who);
    }

    private OpenCode opened(String typed, String who) {
        LocalDate today = LocalDate.now(clock);
        CodeDoor.Entered<StoredCode> entered =
                door.open(typed, who, code -> rows.of(code.lookup()).filter(row -> row.isLive(today)));
        entered.found().used(today);
        CodePlace place = entered.found().holder().place();
        audit.record(caller.actor(), AuditAction.CODE_USED, place.type(), place.reference());
        return new OpenCode(entered.code(), entered.found().holder());
    }

    /**
     * Is a phrase that somebody has chosen nobody's code yet? Asking is a try like any other: it would tell that it opens
     * something.
     *
     * @return false where it is somebody's
     */
    @TransactionAttribute(MANDATORY)
    public boolean isFree(byte[] lookup, String who) {
        door.begin(who);
        boolean free = rows.of(lookup).isEmpty();
        if (free) {
            door.withdraw(who);
        }
        return free;
    }

    /**
     * Draws a new code for a case, in place of whatever code it had; that one opens nothing any more. Until it is let into the
     * messages ({@link CaseKeys#grantToCode}) neither does the new one. Who may is asked before.
     */
    @RolesAllowed("therapist")
    @TransactionAttribute(MANDATORY)
    public Drawn renew(CaseId caseId) {
        Optional<StoredCode> before = rows.ofCase(caseId);
        CodePlace place = new CodePlace(before.flatMap(code -> code.place().intakeId()), Optional.of(caseId));
        before.ifPresent(rows::remove);
        String shown = CodeForm.DIGITS.draw();
        try (ReturnCode code = lanes.forStaff(() -> ReturnCode.open(shown, secrets.newestPepper()))) {
            rows.add(code.lookup(), code.keys(), place, CodeGiver.THERAPIST);
            rows.tell(
                    caseId,
                    CodeChange.Kind.GIVEN,
                    Optional.of(caller.therapist().orElseThrow(NoSuchPerson::new)));
            return new Drawn(shown, code.keys());
        }
    }

    /** Takes the code of an enquiry away, which is no more. Who may is asked before. */
    @TransactionAttribute(MANDATORY)
    public void drop(UUID intakeId) {
        rows.ofIntake(intakeId).ifPresent(rows::remove);
    }

    /** Takes the codes away whose last day is past, with the keys that were sealed to them. Done again it does nothing. */
    public void expire() {
        rows.over(LocalDate.now(clock)).forEach(code -> {
            CodePlace place = code.place();
            rows.remove(code);
            place.caseId().ifPresent(id -> rows.tell(id, CodeChange.Kind.ENDED, Optional.empty()));
            audit.record(Actor.SERVER, AuditAction.CODE_EXPIRED, place.type(), place.reference());
        });
    }

    /** The public half of the code that leads to an enquiry, until it is taken away. Who may is asked before. */
    public Optional<CodeKeys> keysOf(UUID intakeId) {
        return rows.ofIntake(intakeId).map(StoredCode::keys);
    }

    /** The public half of an enquiry's code, if it has one that lives. */
    @RolesAllowed("therapist")
    public Optional<CodeKeys> ofIntake(UUID intakeId) {
        return rows.ofIntake(intakeId).filter(this::isLive).map(StoredCode::keys);
    }

    /** The public half of the code that leads to a case, if it has one that lives. */
    @RolesAllowed("therapist")
    public Optional<CodeKeys> ofCase(CaseId caseId) {
        return rows.ofCase(caseId).filter(this::isLive).map(StoredCode::keys);
    }

    /** Since when a case has the code it has, and until when; empty when it has none that lives. */
    @RolesAllowed("therapist")
    public Optional<CodeStanding> standing(CaseId caseId) {
        return rows.ofCase(caseId).filter(this::isLive).map(StoredCode::standing);
    }

    /** What has become of the code of the calling client's case, the oldest first. */
    @RolesAllowed("client")
    public List<CodeChange> changes() {
        return caller.client().map(rows::changes).orElse(List.of());
    }

    private boolean isLive(StoredCode code) {
        return code.isLive(LocalDate.now(clock));
    }

    /** From now on the enquiry's code also leads to the case it has become. */
    @RolesAllowed("therapist")
    public void follow(UUID intakeId, CaseId caseId) {
        rows.ofIntake(intakeId).ifPresent(code -> code.belongsTo(caseId));
    }
}
