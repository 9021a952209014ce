package org.safespaces.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The place of a line in the tree. The database gives it, when the line's transaction ends. */
@Entity
@Table(name = "audit_leaf")
class AuditLeaf {
    @Id
    private Long seq;

    private long line;

    protected AuditLeaf() {}

    long seq() {
        return seq;
    }

    long line() {
        return line;
    }
}
