package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.SealedText;

/** One device that may ask for a therapist's diary. Of its secret address only a hash is here. */
@Entity
@Table(name = "calendar_feed")
class StoredFeed {
    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    private SealedText name;
    private boolean coded;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    protected StoredFeed() {}

    StoredFeed(UUID id, TherapistId therapist, byte[] secretHash, SealedText name, boolean coded, LocalDate today) {
        this.id = id;
        this.therapistId = therapist.value();
        this.secretHash = secretHash.clone();
        this.name = name;
        this.coded = coded;
        this.madeOn = today;
    }

    UUID id() {
        return id;
    }

    TherapistId therapist() {
        return new TherapistId(therapistId);
    }

    SealedText name() {
        return name;
    }

    boolean coded() {
        return coded;
    }

    LocalDate madeOn() {
        return madeOn;
    }

    LocalDate askedOn() {
        return askedOn;
    }
}
