package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.IntakeWrap;

/** An enquiry's key, sealed to one recipient. */
@Entity
@Table(name = "intake_wrap")
class StoredIntakeWrap {
    @Id
    private UUID id;

    @Column(name = "intake_id")
    private UUID intakeId;

    private short compartment;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "recipient_key_id")
    private UUID recipientKeyId;

    private byte[] encapsulation;
    private byte[] ciphertext;
    private byte[] proof;

    protected StoredIntakeWrap() {}

    StoredIntakeWrap(UUID id, UUID intakeId, IntakeWrap wrap) {
        this.id = id;
        this.intakeId = intakeId;
        this.compartment = (short) wrap.compartment().code();
        this.recipientId = wrap.recipientId();
        this.recipientKeyId = wrap.recipientKeyId();
        this.encapsulation = wrap.encapsulation();
        this.ciphertext = wrap.ciphertext();
        this.proof = wrap.proof();
    }

    UUID id() {
        return id;
    }

    boolean isOf(UUID intake) {
        return intakeId.equals(intake);
    }

    IntakeWrap wrap() {
        return new IntakeWrap(
                Compartment.of(compartment), recipientId, recipientKeyId, encapsulation, ciphertext, proof);
    }
}
