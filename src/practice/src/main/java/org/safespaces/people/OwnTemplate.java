package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** Headings of a therapist's own. */
@Entity
@Table(name = "note_template")
class OwnTemplate {
    @Id
    private UUID id;

    @Column(name = "therapist_id")
    private UUID therapistId;

    private SealedText sealed;

    @Column(name = "made_on")
    private LocalDate madeOn;

    protected OwnTemplate() {}

    OwnTemplate(UUID id, TherapistId therapist, SealedText sealed, LocalDate madeOn) {
        this.id = id;
        this.therapistId = therapist.value();
        this.sealed = sealed;
        this.madeOn = madeOn;
    }

    UUID id() {
        return id;
    }

    TherapistId therapist() {
        return new TherapistId(therapistId);
    }

    SealedText sealed() {
        return sealed;
    }
}
