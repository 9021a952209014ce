package org.safespaces.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What may become the next version of a text. */
@Entity
@Table(name = "practice_text_draft")
class StoredTextDraft {
    @Id
    @Enumerated(EnumType.STRING)
    private PracticeText name;

    private String body;

    @Column(name = "kept_at")
    private Instant keptAt;

    @Column(name = "kept_by")
    private UUID keptBy;

    protected StoredTextDraft() {}

    StoredTextDraft(PracticeText name) {
        this.name = name;
    }

    void keep(String body, Instant now, UUID who) {
        this.body = body;
        this.keptAt = now;
        this.keptBy = who;
    }

    TextVersion asVersion(int version) {
        return new TextVersion(version, body, keptAt, keptBy);
    }
}
