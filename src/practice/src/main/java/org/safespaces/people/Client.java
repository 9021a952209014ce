package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The sign-in that belongs to a case. */
@Entity
class Client {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "account_tag")
    private byte[] accountTag;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "seen_changes")
    private int seenChanges;

    private String zone;

    protected Client() {}

    Client(CaseId caseId, byte[] accountTag, LocalDate joinedOn) {
        this.caseId = caseId.value();
        this.accountTag = accountTag.clone();
        this.joinedOn = joinedOn;
    }

    /** What is kept of it once its case is erased. */
    ErasedClient erased(LocalDate today) {
        return new ErasedClient(accountTag, today);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    int seenChanges() {
        return seenChanges;
    }

    void hasSeen(int changes) {
        this.seenChanges = changes;
    }

    /** Where she said she is; empty until she does, and for a place that these zone rules do not know. */
    Optional<ZoneId> zone() {
        return Optional.ofNullable(zone)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }

    void liveIn(ZoneId place) {
        this.zone = place.getId();
    }

    LocalDate joinedOn() {
        return joinedOn;
    }
}
