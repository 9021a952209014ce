package org.safespaces.notes;

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
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** What is known of a request from outside while its words are sealed. */
@Entity
@Table(name = "outside_request")
class StoredOutside {
    @Id
    @Column(name = "item_id")
    private UUID itemId;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private OutsideTerms.Asker asker;

    @Column(name = "came_on")
    private LocalDate cameOn;

    @Enumerated(EnumType.STRING)
    private OutsideTerms.Decision decision;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    @Column(name = "written_by")
    private UUID writtenBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "second")
    private OutsideStanding.Second opinion;

    @Column(name = "second_by")
    private UUID secondBy;

    @Column(name = "second_on")
    private LocalDate secondOn;

    @Version
    private int version;

    protected StoredOutside() {}

    StoredOutside(UUID itemId, CaseId caseId) {
        this.itemId = itemId;
        this.caseId = caseId.value();
    }

    /** As it is written now. A second person has looked at what stood there before, and looks again. */
    void written(OutsideTerms terms, TherapistId by) {
        this.asker = terms.asker();
        this.cameOn = terms.came();
        this.decision = terms.decision();
        this.answeredOn = terms.answered().orElse(null);
        this.writtenBy = by.value();
        this.opinion = null;
        this.secondBy = null;
        this.secondOn = null;
    }

    /**
     * False, and nothing changes, for whoever wrote it, where there is no decision to look at or somebody has looked, and where it has been
     * written anew since the version that was shown.
     */
    boolean lookedAt(OutsideStanding.Second how, int shown, TherapistId by, LocalDate today) {
        boolean may = decision != OutsideTerms.Decision.OPEN
                && opinion == null
                && version == shown
                && !writtenBy.equals(by.value());
        if (may) {
            this.opinion = how;
            this.secondBy = by.value();
            this.secondOn = today;
        }
        return may;
    }

    UUID caseId() {
        return caseId;
    }

    OutsideStanding summary(String designation) {
        return new OutsideStanding(
                itemId,
                version,
                new CaseId(caseId),
                designation,
                asker,
                cameOn,
                decision,
                Optional.ofNullable(answeredOn),
                Optional.ofNullable(opinion),
                Optional.ofNullable(secondOn));
    }
}
