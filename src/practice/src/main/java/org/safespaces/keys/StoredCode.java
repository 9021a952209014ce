package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.ReturnCode;

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

    protected StoredCode() {}

    StoredCode(ReturnCode code, UUID intakeId, LocalDate today) {
        this.lookup = code.lookup();
        this.codeId = code.keys().codeId();
        this.boxKey = code.keys().boxKey();
        this.intakeId = intakeId;
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

    CodeHolder holder() {
        return new CodeHolder(
                Optional.ofNullable(intakeId), Optional.ofNullable(caseId).map(CaseId::new));
    }
}
