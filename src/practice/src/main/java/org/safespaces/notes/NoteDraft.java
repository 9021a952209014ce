package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.SealedDraft;
import org.safespaces.vault.SealedText;

/** Something typed and not signed; it opens for its author alone. */
@Entity
@Table(name = "note_draft")
class NoteDraft {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private short compartment;

    @Column(name = "author_id")
    private UUID authorId;

    private SealedText sealed;

    @Column(name = "dek_id")
    private UUID dekId;

    @Column(name = "dek_wrapped")
    private SealedText dekWrapped;

    private int epoch;

    @Column(name = "about_tag")
    private byte[] aboutTag;

    private int count;

    @Column(name = "kept_at")
    private Instant keptAt;

    protected NoteDraft() {}

    NoteDraft(UUID id, CasePart part, TherapistId author) {
        this.id = id;
        this.caseId = part.caseId();
        this.compartment = (short) part.compartment().code();
        this.authorId = author.value();
    }

    UUID id() {
        return id;
    }

    CasePart part() {
        return CaseKeys.part(new CaseId(caseId), Compartment.of(compartment));
    }

    TherapistId author() {
        return new TherapistId(authorId);
    }

    int count() {
        return count;
    }

    Instant keptAt() {
        return keptAt;
    }

    SealedDraft text() {
        return new SealedDraft(sealed, dekId, dekWrapped, epoch);
    }

    /** The same text under other keys. */
    void moveTo(SealedDraft moved) {
        sealed = moved.text();
        dekId = moved.dekId();
        dekWrapped = moved.wrappedDek();
        epoch = moved.epoch();
    }

    void keep(SealedDraft text, Optional<byte[]> about, Instant now) {
        moveTo(text);
        aboutTag = about.map(byte[]::clone).orElse(null);
        keptAt = now;
        count++;
    }

    DraftSummary summary() {
        return new DraftSummary(
                id, new CaseId(caseId), Compartment.of(compartment) == Compartment.PROCESS, count, keptAt);
    }
}
