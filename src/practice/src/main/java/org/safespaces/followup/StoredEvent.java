package org.safespaces.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** A step of a task's history, with whoever owned it afterwards. */
@Entity
@Table(name = "follow_up_event")
class StoredEvent {
    @Id
    private UUID id;

    @Column(name = "follow_up_id")
    private UUID followUpId;

    @Column(insertable = false, updatable = false)
    private Long arrival;

    @Enumerated(EnumType.STRING)
    private FollowUpStep step;

    @Column(name = "by_id")
    private UUID byId;

    @Column(name = "owner_id")
    private UUID ownerId;

    private Instant at;

    protected StoredEvent() {}

    StoredEvent(UUID id, StoredFollowUp task, FollowUpStep step, Optional<TherapistId> by, Instant at) {
        this.id = id;
        this.followUpId = task.id();
        this.step = step;
        this.byId = by.map(TherapistId::value).orElse(null);
        this.ownerId = task.owner().value();
        this.at = at;
    }

    UUID id() {
        return id;
    }

    UUID followUpId() {
        return followUpId;
    }

    Long arrival() {
        return arrival;
    }

    FollowUpStep step() {
        return step;
    }

    Optional<TherapistId> by() {
        return Optional.ofNullable(byId).map(TherapistId::new);
    }

    TherapistId owner() {
        return new TherapistId(ownerId);
    }

    Instant at() {
        return at;
    }
}
