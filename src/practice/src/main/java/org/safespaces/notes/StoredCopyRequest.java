package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** That somebody asked for a copy of her record. A month, and up to two more where a reason is given (Article 12(3)). */
@Entity
@Table(name = "copy_request")
class StoredCopyRequest {
    private static final int MONTHS = 1;
    private static final int MONTHS_MORE = 2;

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "came_on")
    private LocalDate cameOn;

    @Column(name = "by_client")
    private boolean byClient;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "extended_for")
    private CopyRequest.Extension extendedFor;

    @Enumerated(EnumType.STRING)
    private CopyRequest.Outcome outcome;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Version
    private int version;

    protected StoredCopyRequest() {}

    StoredCopyRequest(UUID id, CaseId caseId, LocalDate cameOn, boolean byClient) {
        this.id = id;
        this.caseId = caseId.value();
        this.cameOn = cameOn;
        this.byClient = byClient;
        this.dueOn = cameOn.plusMonths(MONTHS);
    }

    /** Once; false, and nothing changes, where that was done or it has ended. */
    boolean extend(CopyRequest.Extension why) {
        boolean may = outcome == null && extendedFor == null;
        if (may) {
            this.extendedFor = why;
            this.dueOn = cameOn.plusMonths(MONTHS + MONTHS_MORE);
        }
        return may;
    }

    /** False, and nothing changes, where it has ended: a further copy changes nothing of when it was answered. */
    boolean end(CopyRequest.Outcome how, LocalDate today) {
        boolean open = outcome == null;
        if (open) {
            this.outcome = how;
            this.endedOn = today;
        }
        return open;
    }

    boolean isWithdrawn() {
        return outcome == CopyRequest.Outcome.WITHDRAWN;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    CopyRequest summary(List<CopyRelease> releases) {
        return new CopyRequest(
                id,
                new CaseId(caseId),
                cameOn,
                byClient,
                dueOn,
                Optional.ofNullable(extendedFor),
                Optional.ofNullable(outcome),
                Optional.ofNullable(endedOn),
                releases);
    }
}
