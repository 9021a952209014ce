package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** Whose client is whose. */
@Entity
@IdClass(Caseload.Pair.class)
class Caseload {
    /** The pair is the identity. */
    record Pair(UUID caseId, UUID therapistId) implements Serializable {}

    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Id
    @Column(name = "therapist_id")
    private UUID therapistId;

    private LocalDate since;

    protected Caseload() {}

    Caseload(CaseId caseId, TherapistId therapist, LocalDate since) {
        this.caseId = caseId.value();
        this.therapistId = therapist.value();
        this.since = since;
    }

    LocalDate since() {
        return since;
    }
}
