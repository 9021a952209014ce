package org.safespaces.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/**
 * The erasure of one record, from the asking to the proof. It goes one way: asked, then withdrawn, refused, or under way and
 * done. Who asked never decides, unless she is the only one there is: then she waits.
 */
@Entity
@Table(name = "erasure")
class StoredErasure {
    /** After so many days no backup of the keystore holds the keys any more. */
    static final int BACKUP_DAYS = 35;

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String designation;

    @Enumerated(EnumType.STRING)
    private ErasureReason reason;

    @Enumerated(EnumType.STRING)
    private ErasureState state;

    @Column(name = "asked_by")
    private UUID askedBy;

    @Column(name = "asked_by_account")
    private UUID askedByAccount;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "begins_on")
    private LocalDate beginsOn;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_by_role")
    private String decidedByRole;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "erased_on")
    private LocalDate erasedOn;

    @ElementCollection
    @CollectionTable(name = "erasure_tombstone", joinColumns = @JoinColumn(name = "erasure_id"))
    @Column(name = "hash")
    private Set<String> tombstones = new HashSet<>();

    @Version
    private int version;

    protected StoredErasure() {}

    StoredErasure(UUID id, CaseId caseId, String designation, ErasureReason reason) {
        this.id = id;
        this.caseId = caseId.value();
        this.designation = designation;
        this.reason = reason;
        this.state = ErasureState.ASKED;
    }

    StoredErasure askedBy(TherapistId therapist, UUID account, Instant now, Instant notBeforeOrNull) {
        this.askedBy = therapist.value();
        this.askedByAccount = account;
        this.askedAt = now;
        this.notBefore = notBeforeOrNull;
        return this;
    }

    /** Withdrawn or refused; throws {@link AlreadyDecided}. */
    void end(ErasureState how, Actor by, Instant now) {
        decide(how, by, now);
    }

    /** Decided: from here on it only goes forward. Throws {@link AlreadyDecided}. */
    void start(Actor by, Instant now, List<String> keys) {
        decide(ErasureState.ERASING, by, now);
        tombstones.addAll(keys);
    }

    /** Decided, and begun no earlier than on that day. Throws {@link AlreadyDecided}. */
    void approve(Actor by, Instant now, LocalDate begins) {
        decide(ErasureState.APPROVED, by, now);
        this.beginsOn = begins;
    }

    /** Has it been approved, so that only its day is waited for? */
    boolean isApproved() {
        return state == ErasureState.APPROVED;
    }

    /** May it begin on this day? */
    boolean mayBegin(LocalDate today) {
        return beginsOn != null && !today.isBefore(beginsOn);
    }

    /** Does it wait for thirty days before it begins? */
    boolean isForRetention() {
        return reason == ErasureReason.RETENTION_ENDED;
    }

    private void decide(ErasureState how, Actor by, Instant now) {
        if (!state.isToCome()) {
            throw new AlreadyDecided();
        }
        this.state = how;
        this.decidedBy = by.id();
        this.decidedByRole = by.role();
        this.decidedAt = now;
    }

    void done(LocalDate today) {
        this.state = ErasureState.ERASED;
        this.erasedOn = today;
    }

    boolean isUnderWay() {
        return state == ErasureState.ERASING;
    }

    boolean isOpen() {
        return state.isToCome();
    }

    /** Is this the person who asked, by whichever of her roles she comes? */
    boolean isOf(Actor caller, UUID account) {
        return askedBy.equals(caller.id()) || askedByAccount.equals(account);
    }

    /** May the one who asked confirm it alone by now? */
    boolean isRipe(Instant now) {
        return notBefore != null && !now.isBefore(notBefore);
    }

    boolean isAlone() {
        return notBefore != null;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    TherapistId askedBy() {
        return new TherapistId(askedBy);
    }

    ErasureSummary summary(Optional<String> asker, boolean own, boolean held) {
        return new ErasureSummary(
                id,
                caseId(),
                designation,
                reason,
                state,
                askedAt,
                asker,
                Optional.ofNullable(notBefore),
                Optional.ofNullable(beginsOn),
                own,
                held,
                Optional.ofNullable(erasedOn));
    }

    Optional<ErasureCertificate> certificate() {
        return Optional.ofNullable(erasedOn)
                .map(day -> new ErasureCertificate(
                        id,
                        designation,
                        reason,
                        decidedByRole,
                        day,
                        day.plusDays(BACKUP_DAYS),
                        tombstones.stream().sorted().toList()));
    }
}
