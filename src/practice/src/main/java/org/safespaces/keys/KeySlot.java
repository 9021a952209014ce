package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;

/** One way into a person's vault: her seed, sealed under a phrase or under a recovery code. */
@Entity
@Table(name = "key_slot")
class KeySlot {
    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    /** Which of her published keys come out. */
    @Column(name = "key_id")
    private UUID keyId;

    private short kind;

    @Column(name = "memory_kib")
    private int memoryKib;

    private int passes;
    private int lanes;
    private byte[] salt;

    @Column(name = "pepper_version")
    private int pepperVersion;

    @Column(name = "sealed_seed")
    private SealedText sealedSeed;

    @Column(name = "made_on")
    private LocalDate madeOn;

    protected KeySlot() {}

    KeySlot(UUID personId, UUID keyId, Slot slot, LocalDate madeOn) {
        this.id = slot.slotId();
        this.personId = personId;
        this.keyId = keyId;
        this.kind = (short) slot.kind().code();
        this.memoryKib = slot.memoryKiB();
        this.passes = slot.passes();
        this.lanes = slot.lanes();
        this.salt = slot.salt();
        this.pepperVersion = slot.pepperVersion();
        this.sealedSeed = slot.sealedSeed();
        this.madeOn = madeOn;
    }

    Slot slot() {
        return new Slot(id, SlotKind.of(kind), memoryKib, passes, lanes, salt, pepperVersion, sealedSeed);
    }

    UUID personId() {
        return personId;
    }

    UUID keyId() {
        return keyId;
    }

    LocalDate madeOn() {
        return madeOn;
    }

    boolean belongsTo(UUID person) {
        return personId.equals(person);
    }
}
