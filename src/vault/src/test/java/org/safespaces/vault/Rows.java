package org.safespaces.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Both databases in memory: the tables a test may tamper with. */
final class Rows implements Grants, ErasureKeys {
    final List<CaseEpoch> epochs = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    final Map<EkId, SealedText> keystore = new HashMap<>();
    private final KeystoreKey keystoreKey = new KeystoreKey(UUID.randomUUID(), 1, new byte[32]);

    void store(EpochDraft draft) {
        epochs.add(draft.epoch());
        grants.addAll(draft.grants());
    }

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        return epochs.stream().filter(each -> each.part().equals(part)).toList();
    }

    @Override
    public List<Grant> grants(CasePart part) {
        return grants.stream().filter(each -> each.part().equals(part)).toList();
    }

    @Override
    public ErasureKey claim() {
        ErasureKey drawn = ErasureKey.draw();
        keep(drawn);
        return drawn;
    }

    void keep(ErasureKey ek) {
        keystore.put(ek.id(), keystoreKey.wrap(ek));
    }

    @Override
    public ErasureKey find(EkId id) {
        SealedText wrapped = keystore.get(id);
        if (wrapped == null) {
            throw new VaultException();
        }
        return keystoreKey.unwrap(id, wrapped);
    }

    @Override
    public void destroy(EkId id) {
        keystore.remove(id);
    }
}
