package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A sign-in that is let in nowhere until somebody brings it back. */
@Entity
@Table(name = "suspended_account")
class SuspendedAccount {
    @Id
    private UUID account;

    @Column(name = "therapist_id")
    private UUID therapistId;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    protected SuspendedAccount() {}

    SuspendedAccount(UUID account, Optional<TherapistId> therapist, Instant now) {
        this.account = Objects.requireNonNull(account);
        this.therapistId = therapist.map(TherapistId::value).orElse(null);
        this.suspendedAt = Objects.requireNonNull(now);
    }

    UUID account() {
        return account;
    }

    Optional<UUID> therapist() {
        return Optional.ofNullable(therapistId);
    }

    Instant suspendedAt() {
        return suspendedAt;
    }
}
