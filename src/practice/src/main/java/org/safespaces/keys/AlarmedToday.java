package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What an alarm was raised about today, so that one cause does not fill the log and everybody's mail. In memory only. */
@ApplicationScoped
class AlarmedToday {
    private final Map<UUID, LocalDate> raised = new ConcurrentHashMap<>();

    boolean isNew(UUID what, LocalDate today) {
        return !today.equals(raised.put(what, today));
    }

    void isOver(UUID what) {
        raised.remove(what);
    }
}
