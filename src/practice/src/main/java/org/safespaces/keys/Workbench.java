package org.safespaces.keys;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * The one thing somebody is making in this session, until it is stored or left lying. Transient, so that it never leaves
 * this node. Beginning something else puts it away: two windows make one thing, the one begun last.
 */
@SessionScoped
class Workbench implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Unfinished unfinished;

    synchronized void keep(Unfinished made) {
        this.unfinished = made;
    }

    /** What is being made, unless it was left lying for too long. */
    synchronized Optional<Unfinished> unfinished(Instant now) {
        if (unfinished != null && unfinished.isOver(now)) {
            clear();
        }
        return Optional.ofNullable(unfinished);
    }

    synchronized void clear() {
        unfinished = null;
    }
}
