package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.SealedText;

/**
 * One version of something in a case file. Sealed, signed by its author and chained to the version before; never changed
 * once written.
 */
@Entity
@Table(name = "case_item")
class CaseItem {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private short compartment;

    @Column(name = "item_id")
    private UUID itemId;

    private int version;

    @Column(name = "field_id")
    private int fieldId;

    @Enumerated(EnumType.STRING)
    private ItemKind kind;

    private SealedText sealed;

    @Column(name = "dek_id")
    private UUID dekId;

    @Column(name = "dek_wrapped")
    private SealedText dekWrapped;

    private int epoch;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "author_key_id")
    private UUID authorKeyId;

    private LocalDate day;

    @Column(name = "previous_hash")
    private byte[] previousHash;

    private byte[] signature;
    private long step;

    @Enumerated(EnumType.STRING)
    private NoteStanding standing = NoteStanding.LOCKED;

    private UUID beside;

    @Column(name = "about_tag")
    private byte[] aboutTag;

    protected CaseItem() {}

    CaseItem(UUID id, ItemKind kind, ItemAddress at, SealedItem item, long step) {
        this.id = id;
        this.caseId = at.part().caseId();
        this.compartment = (short) at.part().compartment().code();
        this.itemId = at.itemId();
        this.version = at.version();
        this.fieldId = at.fieldId();
        this.kind = kind;
        this.sealed = item.text();
        this.dekId = item.dekId();
        this.dekWrapped = item.wrappedDek();
        this.epoch = item.epoch();
        this.authorId = item.authorId();
        this.authorKeyId = item.authorKeyId();
        this.day = item.day();
        this.previousHash = item.previousHash();
        this.signature = item.signature();
        this.step = step;
    }

    /** What is known of a note while it is closed. */
    CaseItem marked(NoteStanding standing, Optional<UUID> beside, Optional<byte[]> aboutTag) {
        this.standing = standing;
        this.beside = beside.orElse(null);
        this.aboutTag = aboutTag.map(byte[]::clone).orElse(null);
        return this;
    }

    UUID id() {
        return id;
    }

    ItemAddress address() {
        return new ItemAddress(
                CaseKeys.part(new CaseId(caseId), Compartment.of(compartment)), itemId, version, fieldId);
    }

    SealedItem item() {
        return new SealedItem(sealed, dekId, dekWrapped, epoch, authorId, authorKeyId, day, previousHash, signature);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    NoteSummary summary() {
        return new NoteSummary(
                itemId, kind, version, day, new TherapistId(authorId), check(), standing, Optional.ofNullable(beside));
    }

    /** The first bytes of the version's hash, as a person can compare them. */
    private String check() {
        byte[] hash = item().versionHash(address());
        return String.format("%02x%02x %02x%02x", hash[0], hash[1], hash[2], hash[3]);
    }
}
