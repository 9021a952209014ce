package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.SealedText;

/**
 * A time that two people keep for each other. Whose it is stands sealed; the tag finds a client's own. Besides the instants
 * it remembers what was meant, wall time and zone, should the rules of a zone change.
 */
@Entity
class Appointment {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "client_ref")
    private SealedText clientRef;

    @Column(name = "client_tag")
    private byte[] clientTag;

    @Column(name = "type_id")
    private UUID typeId;

    @Column(name = "wall_start")
    private String wallStart;

    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "blocked_from")
    private Instant blockedFrom;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    protected Appointment() {}

    /** A confirmed one. End and breaks follow from the terms of its type. */
    Appointment(
            UUID id,
            TherapistSummary therapist,
            SealedText clientRef,
            byte[] clientTag,
            SessionType type,
            Instant start) {
        this.id = id;
        this.therapistId = therapist.id().value();
        this.zone = therapist.zone().getId();
        this.clientRef = clientRef;
        this.clientTag = clientTag.clone();
        this.typeId = type.id();
        this.wallStart = LocalDateTime.ofInstant(start, therapist.zone()).format(WALL);
        this.startsAt = start;
        this.endsAt = type.terms().during(start).until();
        this.blockedFrom = type.terms().blocked(start).from();
        this.blockedUntil = type.terms().blocked(start).until();
        this.status = AppointmentStatus.CONFIRMED;
    }

    /**
     * Gives the time back; throws {@link AlreadyBegun} once the session has begun.
     *
     * @return {@code false} when it was given back already, and nothing has changed
     */
    boolean cancel(Instant now) {
        if (!status.isLive()) {
            return false;
        }
        if (!startsAt.isAfter(now)) {
            throw new AlreadyBegun();
        }
        this.status = AppointmentStatus.CANCELLED;
        return true;
    }

    /** Whose it was is not known any more, by anybody. */
    void forgetClient() {
        this.clientRef = null;
        this.clientTag = null;
    }

    UUID id() {
        return id;
    }

    TherapistId therapist() {
        return new TherapistId(therapistId);
    }

    UUID typeId() {
        return typeId;
    }

    /** Whose it is, sealed; empty once that record has been erased. */
    Optional<SealedText> clientRef() {
        return Optional.ofNullable(clientRef);
    }

    AppointmentStatus status() {
        return status;
    }

    Span during() {
        return new Span(startsAt, endsAt);
    }

    Commitments.Session session() {
        return new Commitments.Session(during(), new Span(blockedFrom, blockedUntil));
    }
}
