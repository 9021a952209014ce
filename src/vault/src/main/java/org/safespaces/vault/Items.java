package org.safespaces.vault;

import java.util.UUID;

/** Opens items and drafts under the case keys of one opener; a person's own and a return code's work alike. */
final class Items {
    private final CaseKeys keys;
    private final Directory directory;

    Items(CaseKeys keys, Directory directory) {
        this.keys = keys;
        this.directory = directory;
    }

    /** Signature, chain field, envelope, in this order. */
    ClearText open(SealedItem item, ItemAddress at, boolean verifyAuthor) {
        if (verifyAuthor) {
            demandAuthor(item, at);
        }
        if (!SealedItem.chains(at, item.previousHash())) {
            throw new VaultException();
        }
        byte[] dek = dek(at.part(), at.itemId(), at.version(), item.epoch(), item.dekId(), item.wrappedDek());
        try {
            return Envelope.openText(dek, AssociatedData.note(at, item.authorId(), item.dekId()), item.text());
        } finally {
            Bytes.wipe(dek);
        }
    }

    /** An item's own key; the caller wipes it. */
    byte[] dek(CasePart part, UUID itemId, int version, int epoch, UUID dekId, SealedText wrapped) {
        byte[] caseKey = keys.key(part, epoch);
        return Envelope.openKey(caseKey, AssociatedData.dek(part, epoch, itemId, version, dekId), wrapped, 32);
    }

    SealedText wrap(byte[] dek, CasePart part, UUID itemId, int version, int epoch, UUID dekId) {
        byte[] caseKey = keys.key(part, epoch);
        return Envelope.sealKey(caseKey, AssociatedData.dek(part, epoch, itemId, version, dekId), dek);
    }

    private void demandAuthor(SealedItem item, ItemAddress at) {
        boolean held = keys.chain(at.part(), item.epoch()).everHeld(item.authorId())
                || keys.chainNow(at.part()).everHeld(item.authorId());
        if (!held || !directory.signed(item.authorId(), item.authorKeyId(), item.payload(at), item.signature())) {
            throw new VaultException();
        }
    }
}
