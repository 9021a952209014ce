package org.safespaces.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the signer of the log has put its name to. This application reads it, and cannot write it. */
@Entity
@Table(name = "audit_checkpoint")
class AuditCheckpoint {
    @Id
    private Long id;

    private long size;

    @Column(name = "signed_at")
    private Instant signedAt;

    private String note;

    protected AuditCheckpoint() {}

    long id() {
        return id;
    }

    long size() {
        return size;
    }

    Instant signedAt() {
        return signedAt;
    }

    LocalDate day() {
        return LocalDate.ofInstant(signedAt, ZoneOffset.UTC);
    }

    String note() {
        return note;
    }
}
