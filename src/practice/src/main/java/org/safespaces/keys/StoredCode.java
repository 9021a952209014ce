package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.vault.CodeKeys;

/** What the system knows of a client's code: how to look it up and how to seal to it. Not the code. */
@Entity
@Table(name = "return_code")
class StoredCode {
    static final int DAYS = 30;

    @Id
    private byte[] lookup;

    @Column(name = "code_id")
    private UUID codeId;

    @Column(name = "box_key")
    private byte[] boxKey;

    @Column(name = "intake_id")
    private UUID intakeId;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "given_on")
    private LocalDate givenOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "given_by")
    private CodeGiver givenBy;

    protected StoredCode() {}

    StoredCode(byte[] lookup, CodeKeys keys, CodePlace place, CodeGiver givenBy, LocalDate today) {
        this.lookup = lookup.clone();
        this.codeId = keys.codeId();
        this.boxKey = keys.boxKey();
        this.intakeId = place.intakeId().orElse(null);
        this.caseId = place.caseId().map(CaseId::value).orElse(null);
        this.givenBy = givenBy;
        this.givenOn = today;
        used(today);
    }

    /** Each use starts the thirty days anew. */
    final void used(LocalDate today) {
        this.expiresOn = today.plusDays(DAYS);
    }

    void belongsTo(CaseId acceptedAs) {
        this.caseId = acceptedAs.value();
    }

    boolean isLive(LocalDate today) {
        return !today.isAfter(expiresOn);
    }

    CodeKeys keys() {
        return new CodeKeys(codeId, boxKey);
    }

    CodePlace place() {
        return new CodePlace(
                Optional.ofNullable(intakeId), Optional.ofNullable(caseId).map(CaseId::new));
    }

    CodeStanding standing() {
        return new CodeStanding(givenBy, givenOn, expiresOn);
    }

    CodeHolder holder() {
        return new CodeHolder(place(), standing());
    }
}
