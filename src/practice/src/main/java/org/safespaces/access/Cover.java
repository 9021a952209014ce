package org.safespaces.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.Share;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.GrantPurpose;

/** A colleague stands in for a case's therapist until a day. The same end is signed into her keys. */
@Entity
class Cover {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "giver_id")
    private UUID giverId;

    @Column(name = "colleague_id")
    private UUID colleagueId;

    @Column(name = "given_on")
    private LocalDate givenOn;

    private Instant begins;
    private Instant ends;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Version
    private int version;

    protected Cover() {}

    Cover(UUID id, CaseId caseId, TherapistId giver, TherapistId colleague, CoverTerms terms, LocalDate today) {
        this.id = id;
        this.caseId = caseId.value();
        this.giverId = giver.value();
        this.colleagueId = colleague.value();
        this.givenOn = today;
        this.begins = terms.begins();
        this.ends = terms.ends();
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    TherapistId giver() {
        return new TherapistId(giverId);
    }

    TherapistId colleague() {
        return new TherapistId(colleagueId);
    }

    LocalDate givenOn() {
        return givenOn;
    }

    Instant begins() {
        return begins;
    }

    Instant ends() {
        return ends;
    }

    Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    /** Over by its date, and the lock not changed yet. */
    boolean isOver(Instant now) {
        return endedOn == null && now.isAfter(ends);
    }

    /** With the change of the lock. */
    void end(LocalDate today) {
        this.endedOn = today;
    }

    Share share() {
        return new Share(colleague(), GrantPurpose.COVER, ends.getEpochSecond());
    }
}
