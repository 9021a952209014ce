package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which erasure keys the main database names. Every column counts that is called {@code ek_id}, or ends in {@code _ek_id}: asked of the database
 * itself, so that no feature can keep one and be forgotten here.
 */
@ApplicationScoped
class KeysInUse {
    private static final String COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = 'public' AND (column_name = 'ek_id' OR right(column_name, 6) = '_ek_id')"
            + " ORDER BY table_name, column_name";

    @PersistenceContext
    private EntityManager entities;

    Set<UUID> all() {
        Set<UUID> all = new HashSet<>();
        for (Object[] column : list(COLUMNS, Object[].class)) {
            all.addAll(list(
                    String.format("SELECT DISTINCT \"%2$s\" FROM \"%1$s\" WHERE \"%2$s\" IS NOT NULL", column),
                    UUID.class));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String sql, Class<T> type) {
        return entities.createNativeQuery(sql, type).getResultList();
    }
}
