package org.safespaces.vault;

/** Items' own keys (DEK), which lie under the case key of an epoch. */
final class ItemKeys {
    private final CaseKeys caseKeys;

    ItemKeys(CaseKeys caseKeys) {
        this.caseKeys = caseKeys;
    }

    SealedText wrap(byte[] dek, DekPlace place, int epoch) {
        return Envelope.sealKey(caseKeys.key(place.part(), epoch), AssociatedData.dek(place, epoch), dek);
    }

    /** The caller wipes it. */
    byte[] unwrap(SealedText wrapped, DekPlace place, int epoch) {
        return Envelope.openKey(caseKeys.key(place.part(), epoch), AssociatedData.dek(place, epoch), wrapped, 32);
    }

    /** From one epoch to another; content does not come into it. */
    SealedText move(SealedText wrapped, DekPlace place, int from, int to) {
        byte[] dek = unwrap(wrapped, place, from);
        try {
            return wrap(dek, place, to);
        } finally {
            Bytes.wipe(dek);
        }
    }
}
