package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
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

    LocalDate joinedOn() {
        return joinedOn;
    }
}
