package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.SealedText;

/** Somebody who waits for a time that suits her, with one therapist. Whose place it is stands sealed. */
@Entity
@Table(name = "waiting_entry")
class StoredWaiting {
    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "type_id")
    private UUID typeId;

    @Column(name = "client_ref")
    private SealedText clientRef;

    @Column(name = "client_tag")
    private byte[] clientTag;

    private int times;

    private int place;

    private Instant since;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    protected StoredWaiting() {}

    StoredWaiting(UUID id, TherapistId therapist, ClientMark client, int place, Instant since) {
        this.id = id;
        this.therapistId = therapist.value();
        this.clientRef = client.ref();
        this.clientTag = client.tag().clone();
        this.place = place;
        this.since = since;
    }

    /** What she waits for, and how long. Her place stays hers. */
    void waitsFor(SessionType type, SuitableTimes suitable, LocalDate until) {
        this.typeId = type.id();
        this.times = suitable.bits();
        this.expiresOn = until;
    }

    void moveTo(int anotherPlace) {
        this.place = anotherPlace;
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

    SealedText clientRef() {
        return clientRef;
    }

    boolean isOf(byte[] tag) {
        return Arrays.equals(clientTag, tag);
    }

    SuitableTimes times() {
        return new SuitableTimes(times);
    }

    int place() {
        return place;
    }

    Instant since() {
        return since;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }
}
