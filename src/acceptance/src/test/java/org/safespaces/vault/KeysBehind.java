package org.safespaces.vault;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Every secret behind one vault, by name, for tests that look for them where none may be. It stands in the vault's own package,
 * because the vault tells them to nobody else.
 */
public final class KeysBehind {
    private record Place(CasePart part, int epoch) {}

    private final UUID tenantId;
    private final Hpke.Pair box;
    private final Map<Place, byte[]> caseKeys = new HashMap<>();
    private final Map<String, byte[]> all = new LinkedHashMap<>();

    private KeysBehind(UUID tenantId, Hpke.Pair box) {
        this.tenantId = tenantId;
        this.box = box;
    }

    /** Opens a passphrase slot, and keeps what is made on the way. */
    public static KeysBehind slot(UUID tenantId, UUID personId, Slot slot, Secret phrase, Pepper pepper) {
        byte[] stretched =
                KeyStretching.stretch(phrase.bytes(), slot.salt(), slot.memoryKiB(), slot.passes(), slot.lanes());
        byte[] slotKey = KeyDerivation.phraseSlotKey(stretched, pepper, personId, slot.slotId());
        byte[] seed = Envelope.openKey(slotKey, AssociatedData.slot(tenantId, personId, slot), slot.sealedSeed(), 32);
        byte[] boxSeed = KeyDerivation.labelled(seed, Labels.BOX);
        KeysBehind keys = new KeysBehind(tenantId, Hpke.derive(boxSeed));
        keys.all.put("stretched phrase", stretched);
        keys.all.put("slot key", slotKey);
        keys.all.put("seed", seed);
        keys.all.put("box seed", boxSeed);
        keys.all.put("private box key", keys.box.privateKey());
        keys.all.put("signing seed", KeyDerivation.labelled(seed, Labels.SIGN));
        keys.all.put("key of the pins", KeyDerivation.labelled(seed, Labels.PINS));
        return keys;
    }

    /** The secrets of a compartment that was granted to her. */
    public void granted(Grant grant, EkId ekId, SealedText wrappedEk, byte[] keystoreKey) {
        byte[] secret = Hpke.open(box, grant.info(), grant.encapsulation(), grant.ciphertext());
        ErasureKey ek = new KeystoreKey(tenantId, 1, keystoreKey).unwrap(ekId, wrappedEk);
        byte[] caseKey = KeyDerivation.caseKey(secret, ek, grant.part(), grant.epoch());
        caseKeys.put(new Place(grant.part(), grant.epoch()), caseKey);
        String which = grant.part().caseId() + " " + grant.part().compartment() + " " + grant.epoch();
        all.put("case secret " + which, secret);
        all.put("erasure key " + which, ek.value());
        all.put("case key " + which, caseKey);
    }

    /** An item's own key, if the compartment it is in was granted to her. */
    public void item(ItemAddress at, UUID dekId, SealedText wrappedDek, int epoch) {
        byte[] caseKey = caseKeys.get(new Place(at.part(), epoch));
        if (caseKey != null) {
            byte[] place = AssociatedData.dek(DekPlace.of(at, dekId), epoch);
            all.put("key of item " + at.itemId(), Envelope.openKey(caseKey, place, wrappedDek, 32));
        }
    }

    /** What a cookie holds, so that it can be looked for as bytes as well. */
    public static byte[] ofCookie(String value) {
        return BrowserKey.decode(value).value();
    }

    /** By which her grants are found. */
    public byte[] publicBoxKey() {
        return box.publicKey();
    }

    public Map<String, byte[]> all() {
        return all;
    }
}
