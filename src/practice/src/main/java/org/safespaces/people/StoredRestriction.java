package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** While it is not lifted, nobody writes in this record. */
@Entity
@Table(name = "case_restriction")
class StoredRestriction {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Restriction.Reason reason;

    @Column(name = "set_by")
    private UUID setBy;

    @Column(name = "set_on")
    private LocalDate setOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "lifted_for")
    private Restriction.Lifted liftedFor;

    @Column(name = "lifted_by")
    private UUID liftedBy;

    @Column(name = "lifted_on")
    private LocalDate liftedOn;

    @Version
    private int version;

    protected StoredRestriction() {}

    StoredRestriction(CaseId caseId, Restriction.Reason reason, TherapistId by, LocalDate today) {
        this.id = Ids.fresh();
        this.caseId = caseId.value();
        this.reason = reason;
        this.setBy = by.value();
        this.setOn = today;
    }

    void lift(Restriction.Lifted why, TherapistId by, LocalDate today) {
        this.liftedFor = why;
        this.liftedBy = by.value();
        this.liftedOn = today;
    }

    Restriction summary() {
        return new Restriction(
                new CaseId(caseId),
                reason,
                new TherapistId(setBy),
                setOn,
                Optional.ofNullable(liftedFor),
                Optional.ofNullable(liftedOn));
    }
}
