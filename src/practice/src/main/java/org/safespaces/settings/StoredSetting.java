package org.safespaces.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A setting as the practice has decided it on its page. */
@Entity
@Table(name = "practice_setting")
class StoredSetting {
    @Id
    private String name;

    private String value;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    protected StoredSetting() {}

    StoredSetting(Setting setting) {
        this.name = setting.key();
    }

    void decide(String value, Instant now, UUID who) {
        this.value = value;
        this.decidedAt = now;
        this.decidedBy = who;
    }

    String name() {
        return name;
    }

    Decision decision() {
        return new Decision(value, decidedAt, decidedBy);
    }
}
