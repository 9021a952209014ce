package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** That a case's code has changed, and when. Kept as long as the case. */
@Entity
@Table(name = "code_change")
class StoredCodeChange {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private CodeChange.Kind kind;

    @Column(name = "changed_on")
    private LocalDate changedOn;

    @Column(name = "therapist_id")
    private UUID therapistId;

    protected StoredCodeChange() {}

    StoredCodeChange(UUID id, CaseId caseId, CodeChange change) {
        this.id = id;
        this.caseId = caseId.value();
        this.kind = change.kind();
        this.changedOn = change.on();
        this.therapistId = change.by().map(TherapistId::value).orElse(null);
    }

    CodeChange change() {
        return new CodeChange(kind, changedOn, Optional.ofNullable(therapistId).map(TherapistId::new));
    }

    UUID id() {
        return id;
    }

    boolean isOf(CaseId other) {
        return caseId.equals(other.value());
    }
}
