package org.safespaces.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A version of a text, as it was published. It never changes. */
@Entity
@Table(name = "practice_text")
class StoredText {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PracticeText name;

    private int version;

    private String body;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private UUID publishedBy;

    protected StoredText() {}

    StoredText(PracticeText name, int version, String body, Instant now, UUID who) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.version = version;
        this.body = body;
        this.publishedAt = now;
        this.publishedBy = who;
    }

    PracticeText name() {
        return name;
    }

    String body() {
        return body;
    }

    TextVersion version() {
        return new TextVersion(version, body, publishedAt, publishedBy);
    }
}
