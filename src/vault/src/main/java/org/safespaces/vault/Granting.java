package org.safespaces.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Opens compartments, hands their secrets on, and begins new epochs, in one person's name. */
final class Granting {
    private final PersonalKeys me;
    private final Grants stored;
    private final CaseKeys keys;
    private final ErasureKeys erasureKeys;

    Granting(PersonalKeys me, Grants stored, CaseKeys keys, ErasureKeys erasureKeys) {
        this.me = me;
        this.stored = stored;
        this.keys = keys;
        this.erasureKeys = erasureKeys;
    }

    EpochDraft open(CasePart part) {
        if (!stored.epochs(part).isEmpty()) {
            throw new VaultException();
        }
        CaseEpoch first = begin(part, 0, new byte[SealedItem.HASH], List.of(me.personId()));
        byte[] secret = Bytes.random(Hpke.SECRET);
        try {
            return new EpochDraft(first, List.of(toMyself(first, secret)));
        } finally {
            Bytes.wipe(secret);
        }
    }

    Grant toColleague(CasePart part, VouchedKeys to, GrantPurpose purpose, long notAfter) {
        boolean unfit = purpose == GrantPurpose.CLIENT_CODE
                || to.kind() != KeyKind.PERSON
                || notAfter < 0
                || (purpose == GrantPurpose.SUPERVISION && part.compartment() != Compartment.CLINICAL);
        if (unfit) {
            throw new VaultException();
        }
        return handOn(part, to.personId(), to.keys().keyId(), to.keys().boxKey(), purpose, notAfter);
    }

    Grant toCode(CasePart part, CodeKeys to) {
        demandMessages(part, to);
        return handOn(part, to.codeId(), to.codeId(), to.boxKey(), GrantPurpose.CLIENT_CODE, Grant.NO_END);
    }

    EpochDraft rotate(EpochMembers before, Collection<VouchedKeys> holders, Collection<CodeKeys> codes) {
        CaseEpoch old = before.epoch();
        codes.forEach(code -> demandMessages(old.part(), code));
        demandHolders(holders);
        CaseEpoch next = begin(
                old.part(),
                old.epoch() + 1,
                old.hash(),
                holders.stream().map(VouchedKeys::personId).toList());
        byte[] secret = Bytes.random(Hpke.SECRET);
        try {
            List<Grant> grants = new ArrayList<>();
            holders.forEach(each -> grants.add(toHolder(next, each, secret)));
            codes.forEach(each -> grants.add(toCodeOf(next, each, secret)));
            return new EpochDraft(next, grants);
        } finally {
            Bytes.wipe(secret);
        }
    }

    private CaseEpoch begin(CasePart part, int number, byte[] previousHash, List<UUID> holders) {
        try (ErasureKey ek = erasureKeys.claim()) {
            UUID keyId = me.publicKeys().keyId();
            CaseEpoch epoch =
                    new CaseEpoch(part, number, ek.id(), previousHash, holders, me.personId(), keyId, Bytes.NONE);
            return epoch.signed(me.sign(epoch.payload()));
        }
    }

    private Grant handOn(
            CasePart part, UUID recipient, UUID recipientKey, byte[] boxKey, GrantPurpose purpose, long notAfter) {
        EpochMembers newest = keys.chainNow(part).newest();
        if (!newest.mayGrant(me.personId())) {
            throw new VaultException();
        }
        byte[] secret = keys.secret(newest);
        try {
            return sealed(newest.epoch(), recipient, recipientKey, boxKey, purpose, notAfter, secret);
        } finally {
            Bytes.wipe(secret);
        }
    }

    private Grant toMyself(CaseEpoch epoch, byte[] secret) {
        PublicKeys mine = me.publicKeys();
        return sealed(epoch, me.personId(), mine.keyId(), mine.boxKey(), GrantPurpose.OWN, Grant.NO_END, secret);
    }

    private Grant toHolder(CaseEpoch epoch, VouchedKeys to, byte[] secret) {
        PublicKeys theirs = to.keys();
        return sealed(epoch, to.personId(), theirs.keyId(), theirs.boxKey(), GrantPurpose.OWN, Grant.NO_END, secret);
    }

    private Grant toCodeOf(CaseEpoch epoch, CodeKeys to, byte[] secret) {
        return sealed(epoch, to.codeId(), to.codeId(), to.boxKey(), GrantPurpose.CLIENT_CODE, Grant.NO_END, secret);
    }

    private Grant sealed(
            CaseEpoch epoch,
            UUID recipient,
            UUID recipientKey,
            byte[] boxKey,
            GrantPurpose purpose,
            long notAfter,
            byte[] secret) {
        byte[] info = SealInfo.grant(epoch.part(), epoch.epoch(), recipient, recipientKey, purpose, notAfter);
        Hpke.Sealed seal = Hpke.seal(boxKey, info, secret);
        Grant grant = new Grant(
                epoch.part(),
                epoch.epoch(),
                recipient,
                recipientKey,
                purpose,
                notAfter,
                seal.encapsulation(),
                seal.ciphertext(),
                me.personId(),
                me.publicKeys().keyId(),
                Bytes.NONE);
        return grant.signed(me.sign(grant.payload()));
    }

    /** Herself among them, or the case would be lost the moment the old key is destroyed; and nobody whose keys are on paper. */
    private void demandHolders(Collection<VouchedKeys> holders) {
        boolean mine = holders.stream()
                .anyMatch(each ->
                        each.personId().equals(me.personId()) && each.keys().equals(me.publicKeys()));
        if (!mine || holders.stream().anyMatch(each -> each.kind() != KeyKind.PERSON)) {
            throw new VaultException();
        }
    }

    private static void demandMessages(CasePart part, CodeKeys code) {
        if (part.compartment() != Compartment.MESSAGES || !code.isSound()) {
            throw new VaultException();
        }
    }
}
