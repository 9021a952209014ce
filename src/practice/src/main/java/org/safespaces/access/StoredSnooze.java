package org.safespaces.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** Until then nobody has to look whether this record is still to be kept. */
@Entity
@Table(name = "retention_snooze")
class StoredSnooze {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private RetentionSnooze.Reason reason;

    @Column(name = "set_by")
    private UUID setBy;

    @Column(name = "set_on")
    private LocalDate setOn;

    protected StoredSnooze() {}

    StoredSnooze(CaseId caseId, RetentionSnooze snooze, TherapistId by, LocalDate today) {
        this.caseId = caseId.value();
        this.until = snooze.until();
        this.reason = snooze.reason();
        this.setBy = by.value();
        this.setOn = today;
    }

    UUID caseId() {
        return caseId;
    }

    RetentionSnooze summary() {
        return new RetentionSnooze(until, reason);
    }
}
