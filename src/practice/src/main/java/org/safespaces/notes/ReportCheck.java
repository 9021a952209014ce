package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** The day on which a report is to be looked at again. */
@Entity
@Table(name = "report_check")
class ReportCheck {
    @Id
    @Column(name = "item_id")
    private UUID itemId;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "check_on")
    private LocalDate checkOn;

    protected ReportCheck() {}

    ReportCheck(UUID itemId, CaseId caseId, LocalDate checkOn) {
        this.itemId = itemId;
        this.caseId = caseId.value();
        this.checkOn = checkOn;
    }

    UUID itemId() {
        return itemId;
    }

    LocalDate checkOn() {
        return checkOn;
    }
}
