package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** An unfinished form: how its code is looked up, when it is gone, and the sealed rest. The hour it was saved in, no minute. */
@Entity
@Table(name = "code_draft")
class StoredDraft {
    @Id
    @Column(name = "draft_id")
    private UUID draftId;

    private byte[] lookup;

    private LocalDate day;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "ends_at")
    private Instant endsAt;

    private SealedText sealed;

    protected StoredDraft() {}

    StoredDraft(UUID draftId, byte[] lookup) {
        this.draftId = draftId;
        this.lookup = lookup;
    }

    /** The day whose key a form is sealed under that is saved now. */
    static LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Saved now: from here on it lives so long at most. What is sealed says the day it ends on. */
    void lives(Instant now, Duration life) {
        endsAt = now.truncatedTo(ChronoUnit.HOURS).plus(life);
        expiresOn = LocalDate.ofInstant(endsAt, ZoneOffset.UTC);
        day = dayOf(now);
    }

    void keep(SealedText text) {
        sealed = text;
    }

    boolean isLive(Instant now) {
        return now.isBefore(endsAt);
    }

    UUID draftId() {
        return draftId;
    }

    LocalDate day() {
        return day;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    SealedText sealed() {
        return sealed;
    }
}
