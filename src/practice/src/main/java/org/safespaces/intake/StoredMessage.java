package org.safespaces.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.MessageKind;
import org.safespaces.vault.SealedMessage;
import org.safespaces.vault.SealedText;

/** A message about an enquiry: sealed, with its day and which way it went. */
@Entity
@Table(name = "intake_message")
class StoredMessage {
    @Id
    private UUID id;

    @Column(name = "intake_id", updatable = false)
    private UUID intakeId;

    /** The order they were written in; the row itself keeps no hour. */
    @Column(insertable = false, updatable = false)
    private Long arrival;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Column(updatable = false)
    private LocalDate day;

    private SealedText sealed;

    protected StoredMessage() {}

    StoredMessage(UUID intakeId, SealedMessage message) {
        this.id = message.messageId();
        this.intakeId = intakeId;
        this.kind = message.kind();
        this.day = message.day();
        this.sealed = message.text();
    }

    SealedMessage message() {
        return new SealedMessage(id, kind, day, sealed);
    }

    /** The same words under other keys; which way it went, and when, stays. */
    void sealedAnew(SealedMessage same) {
        sealed = same.text();
    }

    Long arrival() {
        return arrival;
    }

    boolean isOf(UUID intake) {
        return intakeId.equals(intake);
    }
}
