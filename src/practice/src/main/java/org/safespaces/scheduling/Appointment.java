package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.vault.SealedText;

/**
 * A time that two people keep for each other. Whose it is stands sealed; the tag finds a client's own. Besides the instants
 * it remembers what was meant, wall time and zone, should the rules of a zone change, and until when the client was told that
 * she can give it back free of charge.
 *
 * <p>Held while she reads, then confirmed, or asked for and then confirmed by the therapist; moved as often as needed; at the end
 * done, missed, cancelled, late cancelled or expired. A verb that does not fit where it stands throws {@link WrongStatus}.
 */
@Entity
class Appointment {
    /** How long a time is kept while a client reads and confirms. */
    static final Duration HOLD = Duration.ofMinutes(10);

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

    @Column(name = "series_id")
    private UUID seriesId;

    @Column(name = "changed_by_hand")
    private boolean changedByHand;

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

    @Column(name = "hold_until")
    private Instant holdUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "made_by")
    private By madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "free_until")
    private Instant freeUntil;

    private boolean chargeable;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancelled_by")
    private By cancelledBy;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    private SealedText reason;

    protected Appointment() {}

    private Appointment(UUID id, TherapistSummary therapist, ClientMark client, By madeBy, Instant now) {
        this.id = id;
        this.therapistId = therapist.id().value();
        this.clientRef = client.ref();
        this.clientTag = client.tag().clone();
        this.madeBy = madeBy;
        this.madeAt = now;
        this.chargeable = true;
    }

    /** Keeps a time for a client while she reads. End and breaks follow from the terms of its type. */
    static Appointment hold(
            UUID id, TherapistSummary therapist, ClientMark client, SessionType type, Instant start, Instant now) {
        Appointment held = new Appointment(id, therapist, client, By.CLIENT, now);
        held.take(type, start, therapist.zone());
        held.status = AppointmentStatus.HELD;
        held.holdUntil = now.plus(HOLD);
        return held;
    }

    /** Keeps a time for a client who waits for one, until she has answered. */
    static Appointment offer(
            UUID id,
            TherapistSummary therapist,
            ClientMark client,
            SessionType type,
            Instant start,
            Instant now,
            Instant until) {
        Appointment offered = hold(id, therapist, client, type, start, now);
        offered.holdUntil = until;
        return offered;
    }

    /** One that a therapist makes for a client: confirmed at once. */
    static Appointment made(
            UUID id, TherapistSummary therapist, ClientMark client, SessionType type, Instant start, Instant now) {
        Appointment made = new Appointment(id, therapist, client, By.THERAPIST, now);
        made.take(type, start, therapist.zone());
        made.status = AppointmentStatus.CONFIRMED;
        return made;
    }

    private void take(SessionType type, Instant start, ZoneId therapistsZone) {
        this.typeId = type.id();
        this.zone = therapistsZone.getId();
        this.wallStart = LocalDateTime.ofInstant(start, therapistsZone).format(WALL);
        this.startsAt = start;
        this.endsAt = type.terms().during(start).until();
        this.blockedFrom = type.terms().blocked(start).from();
        this.blockedUntil = type.terms().blocked(start).until();
        this.freeUntil = start.minus(type.cancellation());
    }

    /** Keeps a time anew that was kept too long; whether it is free still has been asked. */
    void holdAgain(Instant now) {
        check(isEndedHold());
        this.status = AppointmentStatus.HELD;
        this.holdUntil = now.plus(HOLD);
    }

    /** The client confirms what is held for her. */
    void confirm() {
        leaveHold(AppointmentStatus.CONFIRMED);
    }

    /** The client asks for what is held for her; the therapist decides. */
    void request(Instant now) {
        leaveHold(AppointmentStatus.REQUESTED);
        this.requestedAt = now;
    }

    private void leaveHold(AppointmentStatus next) {
        check(status == AppointmentStatus.HELD);
        this.status = next;
        this.holdUntil = null;
    }

    /** The therapist says yes. */
    void approve() {
        check(status == AppointmentStatus.REQUESTED);
        this.status = AppointmentStatus.CONFIRMED;
    }

    /** The therapist says no. */
    void decline(Instant now) {
        check(status == AppointmentStatus.REQUESTED);
        end(AppointmentStatus.EXPIRED, By.THERAPIST, now);
    }

    /** A hold that is over or given up, or a request that nobody answered in time. */
    void expire() {
        check(status == AppointmentStatus.HELD || status == AppointmentStatus.REQUESTED);
        this.status = AppointmentStatus.EXPIRED;
        this.holdUntil = null;
    }

    /** Another time, the terms of its type as they are now; the right to give it back free of charge goes with the new time. */
    void move(SessionType type, Instant start, ZoneId therapistsZone) {
        check(status == AppointmentStatus.REQUESTED || status == AppointmentStatus.CONFIRMED);
        take(type, start, therapistsZone);
    }

    /** Moved or changed by itself: what is done to its series from now on leaves it alone. */
    void changeByHand() {
        this.changedByHand = true;
    }

    void joinSeries(UUID series) {
        this.seriesId = series;
    }

    /**
     * The client gives the time back; throws {@link AlreadyBegun} once the session has begun. After the moment she was told it
     * counts as late, and may be charged unless the reason is one that never is.
     *
     * @param sealedReason the same reason, sealed
     * @return {@code false} when it was given back already, and nothing has changed
     */
    boolean cancelByClient(Instant now, CancelReason why, SealedText sealedReason) {
        if (!canBeGivenBack(now)) {
            return false;
        }
        boolean late = status == AppointmentStatus.CONFIRMED && now.isAfter(freeUntil);
        end(late ? AppointmentStatus.LATE_CANCELLED : AppointmentStatus.CANCELLED, By.CLIENT, now);
        this.chargeable = late && !why.isNeverCharged();
        this.reason = sealedReason;
        return true;
    }

    /** The therapist gives the time back: never charged. Otherwise as {@link #cancelByClient}. */
    boolean cancelByTherapist(Instant now) {
        return cancelBy(By.THERAPIST, now);
    }

    /** Nobody's decision: the client's record is erased. */
    boolean cancelByServer(Instant now) {
        return cancelBy(By.SERVER, now);
    }

    private boolean cancelBy(By who, Instant now) {
        if (!canBeGivenBack(now)) {
            return false;
        }
        end(AppointmentStatus.CANCELLED, who, now);
        this.chargeable = false;
        return true;
    }

    private boolean canBeGivenBack(Instant now) {
        if (isGivenBack()) {
            return false;
        }
        check(status.isLive());
        if (!startsAt.isAfter(now)) {
            throw new AlreadyBegun();
        }
        return true;
    }

    private boolean isGivenBack() {
        return status == AppointmentStatus.CANCELLED || status == AppointmentStatus.LATE_CANCELLED;
    }

    private void end(AppointmentStatus last, By who, Instant now) {
        this.status = last;
        this.holdUntil = null;
        this.cancelledBy = who;
        this.cancelledAt = now;
    }

    /** She came. Throws {@link NotYetBegun} before it begins, as {@link #missed} does; what was recorded can be put right. */
    void attended(Instant now) {
        record(AppointmentStatus.DONE, now);
    }

    /** She did not come: for the therapist alone to say. */
    void missed(Instant now) {
        record(AppointmentStatus.NO_SHOW, now);
    }

    private void record(AppointmentStatus whatBecameOfIt, Instant now) {
        check(status == AppointmentStatus.CONFIRMED
                || status == AppointmentStatus.DONE
                || status == AppointmentStatus.NO_SHOW);
        if (startsAt.isAfter(now)) {
            throw new NotYetBegun();
        }
        this.status = whatBecameOfIt;
    }

    /** The therapist does not charge for what was given back late or missed. */
    void waive(SealedText why) {
        check(status == AppointmentStatus.LATE_CANCELLED || status == AppointmentStatus.NO_SHOW);
        this.chargeable = false;
        this.reason = why;
    }

    private void check(boolean fits) {
        if (!fits) {
            throw new WrongStatus(status);
        }
    }

    /** Whose it was is not known any more, by anybody; nor why it was given back, nor which others were hers. */
    void forgetClient() {
        this.clientRef = null;
        this.clientTag = null;
        this.reason = null;
        this.seriesId = null;
    }

    UUID id() {
        return id;
    }

    /** Counts up with every change. */
    int version() {
        return version;
    }

    TherapistId therapist() {
        return new TherapistId(therapistId);
    }

    UUID typeId() {
        return typeId;
    }

    Optional<UUID> series() {
        return Optional.ofNullable(seriesId);
    }

    boolean isChangedByHand() {
        return changedByHand;
    }

    /** Whose it is, sealed; empty once that record has been erased. */
    Optional<SealedText> clientRef() {
        return Optional.ofNullable(clientRef);
    }

    AppointmentStatus status() {
        return status;
    }

    /** Until when a hold lasts; empty for everything else. */
    Optional<Instant> holdUntil() {
        return Optional.ofNullable(holdUntil);
    }

    /** Does it take up time? A hold does not, once it is over, although no round may have ended it yet. */
    boolean isLive(Instant now) {
        return status.isLive() && !isStale(now);
    }

    /** A hold that has lasted its time. */
    boolean isStale(Instant now) {
        return status == AppointmentStatus.HELD && !holdUntil.isAfter(now);
    }

    /** Held once and never confirmed nor asked for: nobody's business any more. */
    boolean isEndedHold() {
        return status == AppointmentStatus.EXPIRED && requestedAt == null;
    }

    /** Is it held for this client, known by her tag? */
    boolean isHeldFor(byte[] tag) {
        return status == AppointmentStatus.HELD && Arrays.equals(clientTag, tag);
    }

    /** Is it this kind of session, with her, then? */
    boolean stands(TherapistId therapist, UUID type, Instant start) {
        return therapistId.equals(therapist.value()) && typeId.equals(type) && startsAt.equals(start);
    }

    boolean isOf(byte[] tag) {
        return Arrays.equals(clientTag, tag);
    }

    /** Until it would be late to give it back, its client can move it; what is only asked for, until it begins. */
    boolean canBeMovedByClient(Instant now) {
        return switch (status) {
            case REQUESTED -> startsAt.isAfter(now);
            case CONFIRMED -> startsAt.isAfter(now) && !now.isAfter(freeUntil);
            default -> false;
        };
    }

    By madeBy() {
        return madeBy;
    }

    Optional<Instant> requestedAt() {
        return Optional.ofNullable(requestedAt);
    }

    /** Until when, that moment included, it is given back free of charge. */
    Instant freeUntil() {
        return freeUntil;
    }

    boolean isChargeable() {
        return chargeable;
    }

    /** Given back late or missed, and not waived. */
    boolean isCharged() {
        return chargeable && (status == AppointmentStatus.LATE_CANCELLED || status == AppointmentStatus.NO_SHOW);
    }

    Optional<By> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    /** Why it was given back, or not charged; sealed. */
    Optional<SealedText> reason() {
        return Optional.ofNullable(reason);
    }

    Span during() {
        return new Span(startsAt, endsAt);
    }

    Commitments.Session session() {
        return new Commitments.Session(during(), new Span(blockedFrom, blockedUntil));
    }
}
