package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One client's case, known by its designation; whose name that is stands sealed in the case file. */
@Entity
@Table(name = "case_record")
class CaseRecord {
    @Id
    private UUID id;

    private String designation;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Version
    private int version;

    protected CaseRecord() {}

    CaseRecord(CaseId id, String designation, LocalDate openedOn) {
        this.id = id.value();
        this.designation = Objects.requireNonNull(designation);
        this.state = CaseState.ACTIVE;
        this.openedOn = Objects.requireNonNull(openedOn);
    }

    /** Moves on, if it stands where it is thought to stand. */
    boolean move(CaseState from, CaseState to, LocalDate today) {
        boolean fits = state == from;
        if (fits) {
            this.state = to;
            this.endedOn = to == CaseState.ENDED ? today : null;
        }
        return fits;
    }

    void startErasing() {
        this.state = CaseState.ERASING;
    }

    ClientSummary summary(boolean joined) {
        return new ClientSummary(
                new CaseId(id), designation, state, openedOn, joined, Optional.empty(), Optional.ofNullable(endedOn));
    }
}
