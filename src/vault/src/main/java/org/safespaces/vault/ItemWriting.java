package org.safespaces.vault;

import java.time.LocalDate;
import java.util.UUID;

/** Seals items in one person's name, and moves their keys to a newer epoch. */
final class ItemWriting {
    private final PersonalKeys me;
    private final CaseKeys caseKeys;
    private final ItemKeys itemKeys;

    ItemWriting(PersonalKeys me, CaseKeys caseKeys) {
        this.me = me;
        this.caseKeys = caseKeys;
        this.itemKeys = new ItemKeys(caseKeys);
    }

    SealedItem seal(ClearText text, ItemAddress at, byte[] previousHash, LocalDate day) {
        if (!SealedItem.chains(at, previousHash)) {
            throw new IllegalArgumentException("a first version has nothing before it, every other has");
        }
        int epoch = caseKeys.epochToWriteIn(at.part()).epoch().epoch();
        UUID dekId = UUID.randomUUID();
        byte[] dek = Bytes.random(32);
        try {
            SealedText sealed = Envelope.sealText(dek, AssociatedData.note(at, me.personId(), dekId), text);
            SealedText wrapped = itemKeys.wrap(dek, DekPlace.of(at, dekId), epoch);
            UUID keyId = me.publicKeys().keyId();
            SealedItem item =
                    new SealedItem(sealed, dekId, wrapped, epoch, me.personId(), keyId, day, previousHash, Bytes.NONE);
            return item.signed(me.sign(item.payload(at)));
        } finally {
            Bytes.wipe(dek);
        }
    }

    SealedItem rewrap(SealedItem item, ItemAddress at) {
        WrappedKey moved =
                rewrapping(at.part()).move(new WrappedKey(item.dekId(), item.wrappedDek(), item.epoch()), at);
        return item.rewrapped(moved.wrapped(), moved.epoch());
    }

    Rewrapping rewrapping(CasePart part) {
        int newest = caseKeys.epochToWriteIn(part).epoch().epoch();
        return (key, at) -> {
            if (!at.part().equals(part)) {
                throw new VaultException();
            }
            DekPlace place = DekPlace.of(at, key.dekId());
            return new WrappedKey(key.dekId(), itemKeys.move(key.wrapped(), place, key.epoch(), newest), newest);
        };
    }
}
