package org.safespaces.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ErasureKeys;

/**
 * The keystore as one request asks it. Keys can be fetched ahead by one question; each is handed out once, and what is left
 * is wiped when the request ends. Nothing is kept from one request to the next.
 */
@RequestScoped
class ErasureKeysAhead implements ErasureKeys {
    @Inject
    private ErasureKeyStore store;

    private final Map<EkId, ErasureKey> ahead = new HashMap<>();

    private final Set<EkId> missing = new HashSet<>();

    /** Keys that are not there any more are remembered as such: what they sealed does not open, and nobody asks again. */
    void readAhead(Collection<EkId> ids) {
        missing.addAll(ids);
        store.findAll(ids).forEach((id, key) -> {
            missing.remove(id);
            ErasureKey before = ahead.put(id, key);
            if (before != null) {
                before.close();
            }
        });
    }

    @Override
    public ErasureKey claim() {
        return store.claim();
    }

    @Override
    public ErasureKey find(EkId id) {
        if (missing.contains(id)) {
            throw new KeyGone();
        }
        ErasureKey key = ahead.remove(id);
        return key == null ? store.find(id) : key;
    }

    @Override
    public void destroy(EkId id) {
        store.destroy(id);
    }

    @PreDestroy
    void wipe() {
        ahead.values().forEach(ErasureKey::close);
        ahead.clear();
    }
}
