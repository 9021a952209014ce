package org.safespaces.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Opens compartments, hands their secrets on, and begins new epochs, in one person's name. */
final class Granting {
    private final PersonalKeys me;
    private final Grants stored;
    private final CaseKeys caseKeys;
    private final ErasureKeys erasureKeys;

    Granting(PersonalKeys me, Grants stored, CaseKeys caseKeys, ErasureKeys erasureKeys) {
        this.me = me;
        this.stored = stored;
        this.caseKeys = caseKeys;
        this.erasureKeys = erasureKeys;
    }

    EpochDraft open(CasePart part) {
        caseKeys.demandVouched();
        if (!stored.epochs(part).isEmpty()) {
            throw new VaultException();
        }
        CaseEpoch first = begin(part, 0, new byte[SealedItem.HASH], List.of(me.personId()));
        return drafted(first, List.of(myself()), List.of());
    }

    Grant toColleague(CasePart part, VouchedKeys to, GrantPurpose purpose, long notAfter) {
        boolean unfit = purpose == GrantPurpose.CLIENT_CODE
                || to.kind() != KeyKind.PERSON
                || notAfter < 0
                || (purpose == GrantPurpose.SUPERVISION && part.compartment() != Compartment.CLINICAL);
        if (unfit) {
            throw new VaultException();
        }
        return handOn(part, Addressee.of(to), purpose, notAfter);
    }

    Grant toCode(CasePart part, CodeKeys to) {
        demandMessages(part);
        return handOn(part, Addressee.of(to), GrantPurpose.CLIENT_CODE, Grant.NO_END);
    }

    EpochDraft rotate(CasePart part, Collection<VouchedKeys> holders, Collection<CodeKeys> codes) {
        EpochMembers members = caseKeys.epochToWriteIn(part);
        CaseEpoch before = members.epoch();
        demandHolders(holders);
        if (!codes.isEmpty()) {
            demandMessages(part);
        }
        List<UUID> people = holders.stream().map(VouchedKeys::personId).toList();
        CaseEpoch next = begin(part, before.epoch() + 1, before.hash(), people);
        return drafted(
                next,
                holders.stream().map(Addressee::of).toList(),
                codes.stream()
                        .filter(code -> caseKeys.admits(members, code))
                        .map(Addressee::of)
                        .toList());
    }

    private CaseEpoch begin(CasePart part, int number, byte[] previousHash, List<UUID> holders) {
        try (ErasureKey ek = erasureKeys.claim()) {
            UUID keyId = me.publicKeys().keyId();
            CaseEpoch epoch =
                    new CaseEpoch(part, number, ek.id(), previousHash, holders, me.personId(), keyId, Bytes.NONE);
            return epoch.signed(me.sign(epoch.payload()));
        }
    }

    /** A fresh secret for a new epoch, given to everybody who is to hold it. */
    private EpochDraft drafted(CaseEpoch epoch, List<Addressee> holders, List<Addressee> codes) {
        byte[] secret = Bytes.random(Hpke.SECRET);
        try {
            Stream<Grant> own =
                    holders.stream().map(each -> sealed(epoch, each, GrantPurpose.OWN, Grant.NO_END, secret));
            Stream<Grant> clients =
                    codes.stream().map(each -> sealed(epoch, each, GrantPurpose.CLIENT_CODE, Grant.NO_END, secret));
            return new EpochDraft(epoch, Stream.concat(own, clients).toList());
        } finally {
            Bytes.wipe(secret);
        }
    }

    private Grant handOn(CasePart part, Addressee to, GrantPurpose purpose, long notAfter) {
        EpochMembers newest = caseKeys.epochToWriteIn(part);
        if (!newest.mayGrant(me.personId())) {
            throw new VaultException();
        }
        byte[] secret = caseKeys.secret(newest);
        try {
            return sealed(newest.epoch(), to, purpose, notAfter, secret);
        } finally {
            Bytes.wipe(secret);
        }
    }

    private Grant sealed(CaseEpoch epoch, Addressee to, GrantPurpose purpose, long notAfter, byte[] secret) {
        Addressee from = myself();
        Grant grant = Grant.sealed(epoch.part(), epoch.epoch(), to, purpose, notAfter, secret, from);
        return grant.signed(me.sign(grant.payload()));
    }

    private Addressee myself() {
        PublicKeys mine = me.publicKeys();
        return new Addressee(me.personId(), mine.keyId(), mine.boxKey());
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

    private static void demandMessages(CasePart part) {
        if (part.compartment() != Compartment.MESSAGES) {
            throw new VaultException();
        }
    }
}
