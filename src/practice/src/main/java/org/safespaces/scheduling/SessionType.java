package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.scheduling.AppointmentChanged.By;

/** A kind of session the practice offers, or offered once: what was booked keeps its kind, so none is ever deleted. */
@Entity
@Table(name = "session_type")
class SessionType {
    /** The first one; a migration brings it. */
    static final UUID THERAPY = UUID.fromString("5c0e6a54-3f7b-4c58-9d0a-2f1b8e6d7a01");

    @Id
    private UUID id;

    private String name;

    @Column(name = "length_minutes")
    private int lengthMinutes;

    @Column(name = "before_minutes")
    private int beforeMinutes;

    @Column(name = "after_minutes")
    private int afterMinutes;

    @Column(name = "notice_hours")
    private int noticeHours;

    @Column(name = "horizon_days")
    private int horizonDays;

    @Column(name = "client_cap")
    private int clientCap;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Column(name = "fee_pence")
    private Integer feePence;

    @Column(name = "fee_shown")
    private boolean feeShown;

    @Enumerated(EnumType.STRING)
    @Column(name = "booked_by")
    private By bookedBy;

    @Column(name = "cancellation_hours")
    private int cancellationHours;

    private boolean offered;

    @Version
    private int version;

    protected SessionType() {}

    /** A new one, offered at once. */
    SessionType(UUID id, SessionTypeTerms terms) {
        this.id = id;
        this.offered = true;
        goBy(terms);
    }

    /** From now on; what was booked before keeps its times and its promise. */
    final void goBy(SessionTypeTerms terms) {
        this.name = terms.name().strip();
        this.lengthMinutes = terms.lengthMinutes();
        this.beforeMinutes = terms.beforeMinutes();
        this.afterMinutes = terms.afterMinutes();
        this.mode = terms.mode();
        this.feePence = terms.feePence().orElse(null);
        this.feeShown = terms.feeShown();
        this.bookedBy = terms.bookedByClients() ? By.CLIENT : By.THERAPIST;
        this.noticeHours = terms.noticeHours();
        this.horizonDays = terms.horizonDays();
        this.clientCap = terms.clientCap();
        this.cancellationHours = terms.cancellationHours();
    }

    void offer(boolean again) {
        this.offered = again;
    }

    SessionTypeSummary summary() {
        return new SessionTypeSummary(
                id,
                version,
                offered,
                new SessionTypeTerms(
                        name,
                        lengthMinutes,
                        beforeMinutes,
                        afterMinutes,
                        mode,
                        Optional.ofNullable(feePence),
                        feeShown,
                        bookedBy == By.CLIENT,
                        noticeHours,
                        horizonDays,
                        clientCap,
                        cancellationHours));
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Terms terms() {
        return new Terms(
                Duration.ofMinutes(lengthMinutes),
                Duration.ofMinutes(beforeMinutes),
                Duration.ofMinutes(afterMinutes),
                Duration.ofHours(noticeHours),
                horizonDays,
                clientCap);
    }

    /** How long before it begins it can be given back free of charge, as elapsed time. */
    Duration cancellation() {
        return Duration.ofHours(cancellationHours);
    }

    /** As a client chooses it. */
    SessionKind kind() {
        return new SessionKind(
                id,
                name,
                Duration.ofMinutes(lengthMinutes),
                mode,
                Optional.ofNullable(feePence).filter(known -> feeShown),
                cancellation());
    }

    /** Can it be booked at all, by a therapist at least? */
    boolean isOffered() {
        return offered;
    }

    /** Can a client book it herself? */
    boolean isOfferedToClients() {
        return offered && bookedBy == By.CLIENT;
    }
}
