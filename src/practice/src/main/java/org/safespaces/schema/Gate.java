package org.safespaces.schema;

import jakarta.enterprise.context.ApplicationScoped;

/** Open once the databases are ready. Until then only the thread that makes them ready goes through. */
@ApplicationScoped
class Gate {
    private volatile boolean open;
    private volatile Thread opener;

    boolean isOpen() {
        return open;
    }

    boolean letsThrough() {
        return open || Thread.currentThread() == opener;
    }

    /** Opens after this work, unless it throws. */
    void openAfter(Runnable work) {
        opener = Thread.currentThread();
        try {
            work.run();
            open = true;
        } finally {
            opener = null;
        }
    }
}
