package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which erasure keys the main database names. Every table counts that has a column {@code ek_id}: asked of the database
 * itself, so that no feature can keep one and be forgotten here.
 */
@ApplicationScoped
class KeysInUse {
    private static final String TABLES = "SELECT table_name FROM information_schema.columns"
            + " WHERE table_schema = 'public' AND column_name = 'ek_id' ORDER BY table_name";

    @PersistenceContext
    private EntityManager entities;

    Set<UUID> all() {
        Set<UUID> all = new HashSet<>();
        for (String table : list(TABLES, String.class)) {
            all.addAll(list("SELECT DISTINCT ek_id FROM \"" + table + "\" WHERE ek_id IS NOT NULL", UUID.class));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String sql, Class<T> type) {
        return entities.createNativeQuery(sql, type).getResultList();
    }
}
