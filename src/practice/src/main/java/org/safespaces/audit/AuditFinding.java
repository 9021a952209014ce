package org.safespaces.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something about the log that the signer did not find as it should be. */
@Entity
@Table(name = "audit_finding")
class AuditFinding {
    @Id
    private Long id;

    @Column(name = "found_at")
    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    private LogFinding.Kind kind;

    private long seq;

    protected AuditFinding() {}

    LogFinding told() {
        return new LogFinding(foundAt, kind, seq);
    }
}
