package org.safespaces.vault;

/** Opens items, for a person and for a return code alike: signature, chain field, envelope, in this order. */
final class ItemReading {
    private final CaseKeys caseKeys;
    private final ItemKeys itemKeys;
    private final Directory directory;

    ItemReading(CaseKeys caseKeys, Directory directory) {
        this.caseKeys = caseKeys;
        this.itemKeys = new ItemKeys(caseKeys);
        this.directory = directory;
    }

    ClearText open(SealedItem item, ItemAddress at) {
        boolean held = caseKeys.chain(at.part(), item.epoch()).everHeld(item.authorId())
                || caseKeys.chainNow(at.part()).everHeld(item.authorId());
        if (!held || !directory.signed(item.authorId(), item.authorKeyId(), item.payload(at), item.signature())) {
            throw new VaultException();
        }
        return openUnsigned(item, at);
    }

    /** For searching: leaves the author's signature aside, not the envelope's own binding. */
    ClearText openUnsigned(SealedItem item, ItemAddress at) {
        if (!SealedItem.chains(at, item.previousHash())) {
            throw new VaultException();
        }
        byte[] dek = itemKeys.unwrap(item.wrappedDek(), DekPlace.of(at, item.dekId()), item.epoch());
        try {
            return Envelope.openText(dek, AssociatedData.note(at, item.authorId(), item.dekId()), item.text());
        } finally {
            Bytes.wipe(dek);
        }
    }
}
