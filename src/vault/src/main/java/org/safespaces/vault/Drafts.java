package org.safespaces.vault;

import java.util.UUID;

/** Seals unfinished text so that nobody but its author opens it, as often as autosave asks. */
final class Drafts {
    private final UUID authorId;
    private final CaseKeys caseKeys;
    private final ItemKeys itemKeys;

    Drafts(UUID authorId, CaseKeys caseKeys) {
        this.authorId = authorId;
        this.caseKeys = caseKeys;
        this.itemKeys = new ItemKeys(caseKeys);
    }

    SealedDraft seal(ClearText text, CasePart part, UUID itemId) {
        int epoch = caseKeys.epochToWriteIn(part).epoch().epoch();
        UUID dekId = UUID.randomUUID();
        byte[] dek = Bytes.random(32);
        try {
            SealedText sealed = Envelope.sealText(dek, AssociatedData.draft(part, itemId, authorId, dekId), text);
            return new SealedDraft(
                    sealed, dekId, itemKeys.wrap(dek, DekPlace.ofDraft(part, itemId, dekId), epoch), epoch);
        } finally {
            Bytes.wipe(dek);
        }
    }

    ClearText open(SealedDraft draft, CasePart part, UUID itemId) {
        DekPlace place = DekPlace.ofDraft(part, itemId, draft.dekId());
        byte[] dek = itemKeys.unwrap(draft.wrappedDek(), place, draft.epoch());
        try {
            return Envelope.openText(dek, AssociatedData.draft(part, itemId, authorId, draft.dekId()), draft.text());
        } finally {
            Bytes.wipe(dek);
        }
    }

    SealedDraft rewrap(SealedDraft draft, CasePart part, UUID itemId) {
        int newest = caseKeys.epochToWriteIn(part).epoch().epoch();
        DekPlace place = DekPlace.ofDraft(part, itemId, draft.dekId());
        SealedText wrapped = itemKeys.move(draft.wrappedDek(), place, draft.epoch(), newest);
        return new SealedDraft(draft.text(), draft.dekId(), wrapped, newest);
    }
}
