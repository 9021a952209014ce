package org.safespaces.keys;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** The one code that waits in this session until it is typed back. Transient, so that it never leaves this node. */
@SessionScoped
class CodeBench implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient PendingCode pending;

    synchronized void keep(PendingCode drawn) {
        this.pending = drawn;
    }

    /** What waits, unless it was left lying for too long. */
    synchronized Optional<PendingCode> pending(Instant now) {
        if (pending != null && pending.isOver(now)) {
            clear();
        }
        return Optional.ofNullable(pending);
    }

    synchronized void clear() {
        pending = null;
    }
}
