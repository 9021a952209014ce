package org.safespaces.vault;

import java.util.List;

/** Moves heads on, in one person's name, and checks them against a history. */
final class Heads {
    private final PersonalKeys me;
    private final CaseKeys caseKeys;
    private final Directory directory;

    Heads(PersonalKeys me, CaseKeys caseKeys, Directory directory) {
        this.me = me;
        this.caseKeys = caseKeys;
        this.directory = directory;
    }

    CaseHead advance(CaseHead headOrNull, CasePart part, HeadStep step) {
        caseKeys.epochToWriteIn(part);
        if (headOrNull != null) {
            demandSigned(headOrNull, part);
        }
        long count = headOrNull == null ? 0 : headOrNull.count();
        byte[] before = headOrNull == null ? new byte[SealedItem.HASH] : headOrNull.hash();
        CaseHead next = new CaseHead(
                part,
                count + 1,
                step.after(before),
                me.personId(),
                me.publicKeys().keyId(),
                Bytes.NONE);
        return next.signed(me.sign(next.payload()));
    }

    void verify(CaseHead head, List<HeadStep> history) {
        demandSigned(head, head.part());
        byte[] tip = new byte[SealedItem.HASH];
        for (HeadStep step : history) {
            tip = step.after(tip);
        }
        if (head.count() != history.size() || !Bytes.same(tip, head.hash())) {
            throw new VaultException();
        }
    }

    private void demandSigned(CaseHead head, CasePart part) {
        boolean holds = head.part().equals(part)
                && head.count() > 0
                && caseKeys.chainNow(part).everHeld(head.signerId())
                && directory.signed(head.signerId(), head.signerKeyId(), head.payload(), head.signature());
        if (!holds) {
            throw new VaultException();
        }
    }
}
