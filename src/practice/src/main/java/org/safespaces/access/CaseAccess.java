package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * Is this the caller's to see? A role is not a relationship: each question is asked here, about one case or one enquiry,
 * on each call. The answer to a reading is a {@link Disclosure}, without which the vault opens nothing; it is made only
 * after the check and after the audit line has been committed. A refusal is recorded too, and says nothing. Whoever reads
 * faster than a person can meets a locked vault.
 */
@Stateless
@RolesAllowed("therapist")
public class CaseAccess {
    private static final Duration VALID = Duration.ofSeconds(30);
    private static final Set<Compartment> HALVES = EnumSet.of(Compartment.CLINICAL, Compartment.IDENTITY);

    @Inject
    private People people;

    @Inject
    private Arrangements arrangements;

    @Inject
    private Caseloads caseloads;

    @Inject
    private IntakeKeys intakeKeys;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private SearchPace pace;

    @Inject
    private Tripwire tripwire;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Clock clock;

    /**
     * The calling therapist, if this case is in her caseload or she covers for it now; else {@link NotYours}. Until the transaction ends neither that nor
     * the keys of the case change.
     */
    public TherapistId holder(CaseId caseId) {
        Actor actor = caller.actor();
        people.share(caseId);
        return caller.therapist()
                .filter(therapist -> people.holds(therapist, caseId)
                        || arrangements.coverBy(therapist, caseId).isPresent())
                .orElseThrow(() -> refused(actor, "case", caseId.value()));
    }

    /** As {@link #holder}, but for a case of her own only: somebody who covers is refused. */
    public TherapistId owner(CaseId caseId) {
        people.share(caseId);
        return owning(caseId);
    }

    private TherapistId owning(CaseId caseId) {
        Actor actor = caller.actor();
        return caller.therapist()
                .filter(therapist -> people.holds(therapist, caseId))
                .orElseThrow(() -> refused(actor, "case", caseId.value()));
    }

    /** The calling therapist, if she holds the case or it is offered to her now; else {@link NotYours}. Opens nothing. */
    public TherapistId concerned(CaseId caseId) {
        Actor actor = caller.actor();
        return caller.therapist()
                .filter(therapist -> people.holds(therapist, caseId)
                        || arrangements
                                .openOffer(caseId)
                                .filter(offer -> offer.to().equals(therapist))
                                .isPresent())
                .orElseThrow(() -> refused(actor, "case", caseId.value()));
    }

    /** The calling therapist, if this case is or was offered to her; else {@link NotYours}. Has the case to itself from here on. */
    public TherapistId offered(CaseId caseId) {
        Actor actor = caller.actor();
        people.hold(caseId);
        return caller.therapist()
                .filter(therapist -> arrangements.offersOf(caseId).stream()
                        .anyMatch(offer -> offer.to().equals(therapist)))
                .orElseThrow(() -> refused(actor, "case", caseId.value()));
    }

    /** May she give keys of her case on? Recorded under {@code action} in the transaction of the act, which has the case to itself. */
    public Disclosure toHandOn(CaseId caseId, AuditAction action) {
        people.hold(caseId);
        owning(caseId);
        return forKeys(caseId, action, Disclosure.Purpose.HANDOVER);
    }

    /** May she change the lock of her case? Recorded in the transaction of the act, which has the case to itself. */
    public Disclosure toChangeLock(CaseId caseId) {
        people.hold(caseId);
        owning(caseId);
        return forKeys(caseId, AuditAction.EPOCH_CHANGED, Disclosure.Purpose.ROTATE);
    }

    /** May she change the lock of a case that is offered to her, to take it over? As {@link #toChangeLock} otherwise. */
    public Disclosure toTakeOver(CaseId caseId) {
        offered(caseId);
        return forKeys(caseId, AuditAction.EPOCH_CHANGED, Disclosure.Purpose.ROTATE);
    }

    /** Moves keys and opens no text; the line stands with the act or falls with it. */
    private Disclosure forKeys(CaseId caseId, AuditAction action, Disclosure.Purpose purpose) {
        long line = audit.record(caller.actor(), action, "case", caseId.value());
        return Disclosure.recorded(
                caseId.value(),
                EnumSet.allOf(Compartment.class),
                purpose,
                line,
                clock.instant().plus(VALID));
    }

    /** May she read this? Recorded under {@code action} before anything is opened. */
    public Disclosure toRead(CaseId caseId, AuditAction action, UUID item, Compartment... compartments) {
        holder(caseId);
        return recorded(caseId.value(), action, "case item", item, Set.of(compartments));
    }

    /** The calling therapist, if this enquiry was sealed to her; else {@link NotYours}. */
    public TherapistId recipient(UUID intakeId) {
        Actor actor = caller.actor();
        return caller.therapist()
                .filter(therapist -> intakeKeys.isRecipient(therapist, intakeId))
                .orElseThrow(() -> refused(actor, "intake", intakeId));
    }

    /** May she read this enquiry? Recorded before anything is opened. */
    public Disclosure toReadIntake(UUID intakeId) {
        recipient(intakeId);
        return recorded(intakeId, AuditAction.INTAKE_OPENED, "intake", intakeId, HALVES);
    }

    /** May she read what was written about this enquiry? Recorded before; it stands beside the enquiry, and counts as one opening with it. */
    public Disclosure toReadMessages(UUID intakeId) {
        recipient(intakeId);
        return disclosed(intakeId, AuditAction.MESSAGES_OPENED, "intake", intakeId, HALVES);
    }

    /** May she write about this enquiry? Opens no text: recorded under {@code action} in the transaction of the act. */
    public Disclosure toWriteAboutIntake(UUID intakeId, AuditAction action) {
        recipient(intakeId);
        long line = audit.record(caller.actor(), action, "intake", intakeId);
        return Disclosure.recorded(
                intakeId, HALVES, Disclosure.Purpose.READ, line, clock.instant().plus(VALID));
    }

    /**
     * Leave to look through the caller's whole caseload, its clinical records only. Recorded once for each search, with how
     * many notes it goes through; what is typed to refine it within a few seconds belongs to the same search. Throws
     * {@link TooManySearches}.
     */
    public Searching toSearch(int notes) {
        Actor actor = caller.actor();
        TherapistId therapist = caller.therapist().orElseThrow(NotYours::new);
        List<ClientSummary> caseload = caseloads.of(therapist);
        SearchPace.Search search = running(actor, therapist)
                .orElseGet(() -> pace.begun(
                        therapist,
                        audit.recordManyFirst(actor, AuditAction.SEARCHED, "caseload", therapist.value(), notes)));
        return new Searching(search, caseload, clock.instant().plus(VALID));
    }

    private Optional<SearchPace.Search> running(Actor actor, TherapistId therapist) {
        try {
            return pace.running(therapist);
        } catch (TooManySearches tooOften) {
            audit.recordRefusal(actor, AuditAction.SEARCHED, "caseload", therapist.value());
            throw tooOften;
        }
    }

    /** Before anything found in them is shown: each of these cases is recorded as opened, once a search. */
    public void toShow(Searching searching, Map<CaseId, Integer> found) {
        found.forEach((caseId, notes) -> {
            holder(caseId);
            if (searching.search().isNew(caseId)) {
                audit.recordManyFirst(caller.actor(), AuditAction.FOUND_IN_SEARCH, "case", caseId.value(), notes);
                searching.search().shown(caseId);
            }
        });
    }

    /** Enquiries of the practice that the caller's keys of today do not open, and its keys on paper do. */
    public List<UUID> outOfReach() {
        return caller.therapist().map(intakeKeys::outOfReachOf).orElse(List.of());
    }

    /**
     * May this enquiry be opened with the practice's keys on paper, so as to be sealed anew? Only if the caller's own keys
     * do not open it. Recorded before anything is opened.
     */
    public Disclosure toReseal(UUID intakeId) {
        Actor actor = caller.actor();
        if (!outOfReach().contains(intakeId)) {
            throw refused(actor, "intake", intakeId);
        }
        return recorded(intakeId, AuditAction.INTAKE_OPENED, "intake", intakeId, HALVES);
    }

    private Disclosure recorded(
            UUID subject, AuditAction action, String type, UUID object, Set<Compartment> compartments) {
        if (caller.therapist().filter(tripwire::isTrippedBy).isPresent()) {
            vaultLock.trip();
            throw new VaultLocked();
        }
        return disclosed(subject, action, type, object, compartments);
    }

    private Disclosure disclosed(
            UUID subject, AuditAction action, String type, UUID object, Set<Compartment> compartments) {
        long line = audit.recordFirst(caller.actor(), action, type, object);
        return Disclosure.recorded(
                subject,
                compartments,
                Disclosure.Purpose.READ,
                line,
                clock.instant().plus(VALID));
    }

    private NotYours refused(Actor actor, String type, UUID object) {
        audit.recordRefusal(actor, AuditAction.ACCESS_REFUSED, type, object);
        return new NotYours();
    }
}
