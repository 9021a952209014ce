package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.UUID;

/** A kind of session the practice offers. */
@Entity
@Table(name = "session_type")
class SessionType {
    /** The one there is so far; a migration brings it. */
    static final UUID THERAPY = UUID.fromString("5c0e6a54-3f7b-4c58-9d0a-2f1b8e6d7a01");

    @Id
    private UUID id;

    private String name;

    @Column(name = "length_minutes")
    private int lengthMinutes;

    @Column(name = "before_minutes")
    private int beforeMinutes;

    @Column(name = "after_minutes")
    private int afterMinutes;

    @Column(name = "notice_hours")
    private int noticeHours;

    @Column(name = "horizon_days")
    private int horizonDays;

    @Column(name = "client_cap")
    private int clientCap;

    protected SessionType() {}

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Terms terms() {
        return new Terms(
                Duration.ofMinutes(lengthMinutes),
                Duration.ofMinutes(beforeMinutes),
                Duration.ofMinutes(afterMinutes),
                Duration.ofHours(noticeHours),
                horizonDays,
                clientCap);
    }
}
