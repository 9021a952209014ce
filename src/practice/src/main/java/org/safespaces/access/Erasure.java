package org.safespaces.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseEnding;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;

/**
 * Erasing a record for ever. Two people do it: a therapist who holds the case asks, with her phrase; another therapist or an
 * admin decides, knowing designation and reason and nothing else. Where there is only one person, she waits three days and
 * gives her phrase again. A hold stops it at each step.
 *
 * <p>Deciding makes the record nobody's and ends its keys, in one transaction. What follows ({@link ErasureSteps}) needs
 * nobody, and is completed after a crash.
 */
@Stateless
@RolesAllowed("therapist")
public class Erasure {
    /** How long somebody waits who decides alone. */
    public static final Duration ALONE = Duration.ofHours(72);

    /** How long the decision to erase what was kept long enough can be taken back. */
    public static final Period TAKEN_BACK_WITHIN = Period.ofDays(30);

    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private SessionContext context;

    @Inject
    private CaseAccess access;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CaseEnding keys;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<ErasureDecided> decided;

    @Inject
    private Clock clock;

    /**
     * Asks for a record of the caller's to be erased.
     *
     * @throws OnHold while a hold stands; {@link AlreadyDecided} when it has been asked for; {@link
     *     org.safespaces.keys.WrongPhrase} and {@link org.safespaces.keys.TooManyTries}. Nothing was asked then
     */
    public void ask(CaseId caseId, ErasureReason reason, String phrase) {
        TherapistId me = access.owner(caseId);
        refuseHeld(caseId);
        if (asked(caseId).isPresent()) {
            throw new AlreadyDecided();
        }
        vaultLock.confirm(phrase);
        Instant now = clock.instant();
        StoredErasure erasure = new StoredErasure(
                        Ids.fresh(), caseId, people.summary(caseId).designation(), reason)
                .askedBy(me, caller.account(), now, isAlone() ? now.plus(alone(reason)) : null);
        entities.persist(erasure);
        audit.record(caller.actor(), AuditAction.ERASURE_ASKED, "case", caseId.value());
    }

    private static Duration alone(ErasureReason reason) {
        return reason == ErasureReason.RETENTION_ENDED ? Duration.ofDays(TAKEN_BACK_WITHIN.getDays()) : ALONE;
    }

    /** Unless the identity server says that nobody else could decide, somebody else has to. */
    private boolean isAlone() {
        try {
            return !colleagues.hasAny(context.getCallerPrincipal().getName());
        } catch (AccountsUnavailable noAnswer) {
            return false;
        }
    }

    /** What has been asked for a case of the caller's and is not decided. */
    public Optional<ErasureSummary> waitingFor(CaseId caseId) {
        access.owner(caseId);
        return asked(caseId).map(this::summary);
    }

    /** Takes back what was asked for a case of the caller's. */
    public void withdraw(UUID id) {
        StoredErasure erasure = locked(id);
        access.owner(erasure.caseId());
        erasure.end(ErasureState.WITHDRAWN, caller.actor(), clock.instant());
        audit.record(
                caller.actor(),
                AuditAction.ERASURE_WITHDRAWN,
                "case",
                erasure.caseId().value());
    }

    /** All erasures, those that wait first, then the newest first; by designation and reason. */
    @RolesAllowed({"therapist", "admin"})
    public List<ErasureSummary> all() {
        return entities.createQuery(
                        "select e from StoredErasure e"
                                + " order by case when e.state in :asked then 0 else 1 end, e.askedAt desc",
                        StoredErasure.class)
                .setParameter("asked", ErasureState.TO_COME)
                .setMaxResults(MOST)
                .getResultStream()
                .map(this::summary)
                .toList();
    }

    /**
     * Decides, as the second person, that the record is erased. Of one that was kept long enough this is done twice: thirty days later,
     * once nobody has taken it back, the same again erases it.
     *
     * @throws NotYours for whoever asked; {@link OnHold}; {@link AlreadyDecided}; {@link TooEarly} within the thirty days. Nothing has
     *     changed then
     */
    @RolesAllowed({"therapist", "admin"})
    public void approve(UUID id) {
        StoredErasure erasure = fromSomebodyElse(id);
        if (!erasure.isForRetention()) {
            start(erasure);
        } else if (!erasure.isApproved()) {
            refuseHeld(erasure.caseId());
            erasure.approve(caller.actor(), clock.instant(), today().plus(TAKEN_BACK_WITHIN));
            audit.record(
                    caller.actor(),
                    AuditAction.ERASURE_APPROVED,
                    "case",
                    erasure.caseId().value());
        } else if (erasure.mayBegin(today())) {
            start(erasure);
        } else {
            throw new TooEarly();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Decides, as the second person, that the record stays: before its erasure is approved, or within the thirty days after that. */
    @RolesAllowed({"therapist", "admin"})
    public void refuse(UUID id) {
        StoredErasure erasure = fromSomebodyElse(id);
        erasure.end(ErasureState.REFUSED, caller.actor(), clock.instant());
        audit.record(
                caller.actor(),
                AuditAction.ERASURE_REFUSED,
                "case",
                erasure.caseId().value());
    }

    /**
     * Decides alone, in a practice of one, after the wait.
     *
     * @throws TooEarly before; {@link NotYours} for anybody but the one who asked, and where there was somebody else to decide
     */
    public void confirmAlone(UUID id, String phrase) {
        StoredErasure erasure = locked(id);
        access.owner(erasure.caseId());
        if (!erasure.isAlone() || !erasure.isOf(caller.actor(), caller.account())) {
            throw refused(erasure);
        }
        if (!erasure.isRipe(clock.instant()) || erasure.isApproved() && !erasure.mayBegin(today())) {
            throw new TooEarly();
        }
        vaultLock.confirm(phrase);
        start(erasure);
    }

    /** Proof of what was erased; throws {@link NoSuchPerson} while it is not. */
    @RolesAllowed({"therapist", "admin"})
    public ErasureCertificate certificate(UUID id) {
        return Optional.ofNullable(entities.find(StoredErasure.class, id))
                .flatMap(StoredErasure::certificate)
                .orElseThrow(NoSuchPerson::new);
    }

    private void start(StoredErasure erasure) {
        CaseId caseId = erasure.caseId();
        if (!erasure.isOpen() || !people.holds(erasure.askedBy(), caseId) || hasGoneOn(erasure)) {
            // decided meanwhile, the case has gone to somebody who has not asked, or therapy was taken up again
            throw new AlreadyDecided();
        }
        people.startErasing(caseId);
        refuseHeld(caseId);
        endArrangements(caseId);
        erasure.start(caller.actor(), clock.instant(), keys.begin(caseId));
        audit.record(caller.actor(), AuditAction.ERASURE_APPROVED, "case", caseId.value());
        decided.fire(new ErasureDecided(erasure.id()));
    }

    private boolean hasGoneOn(StoredErasure erasure) {
        return erasure.isForRetention() && people.summary(erasure.caseId()).state() != CaseState.ENDED;
    }

    /** Therapy is taken up again: what was asked because it had ended is taken back. */
    public void takeBackBecauseItGoesOn(CaseId caseId) {
        access.owner(caseId);
        asked(caseId)
                .filter(StoredErasure::isForRetention)
                .map(StoredErasure::id)
                .ifPresent(this::withdraw);
    }

    /** Whoever covers for it, or is asked to take it over, is not concerned any more either. */
    private void endArrangements(CaseId caseId) {
        for (String query : List.of(
                "delete from Cover c where c.caseId = :case", "delete from HandOver h where h.caseId = :case")) {
            entities.createQuery(query).setParameter("case", caseId.value()).executeUpdate();
        }
    }

    private void refuseHeld(CaseId caseId) {
        if (isHeld(caseId)) {
            throw new OnHold();
        }
    }

    private boolean isHeld(CaseId caseId) {
        return entities.find(LegalHold.class, caseId.value()) != null;
    }

    private StoredErasure fromSomebodyElse(UUID id) {
        StoredErasure erasure = locked(id);
        if (erasure.isOf(caller.actor(), caller.account())) {
            throw refused(erasure);
        }
        return erasure;
    }

    private NotYours refused(StoredErasure erasure) {
        Actor actor = caller.actor();
        audit.recordRefusal(
                actor, AuditAction.ACCESS_REFUSED, "case", erasure.caseId().value());
        return new NotYours();
    }

    private StoredErasure locked(UUID id) {
        return Optional.ofNullable(entities.find(StoredErasure.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NoSuchPerson::new);
    }

    private Optional<StoredErasure> asked(CaseId caseId) {
        return entities.createQuery(
                        "select e from StoredErasure e where e.caseId = :case and e.state in :asked",
                        StoredErasure.class)
                .setParameter("case", caseId.value())
                .setParameter("asked", ErasureState.TO_COME)
                .getResultStream()
                .findFirst();
    }

    private ErasureSummary summary(StoredErasure erasure) {
        Optional<String> asker = context.isCallerInRole(Role.THERAPIST)
                ? Optional.of(people.therapist(erasure.askedBy())).map(TherapistSummary::shownName)
                : Optional.empty();
        return erasure.summary(asker, erasure.isOf(caller.actor(), caller.account()), isHeld(erasure.caseId()));
    }
}
