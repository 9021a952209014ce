package org.safespaces.vault;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Text from outside into a case (vault.md 6.6, last paragraph): sealed for its holders of today, opened by each of them. */
final class InwardSeal {
    private InwardSeal() {}

    static SealedInward seal(
            CasePart part, UUID itemId, ClearText text, CaseEpoch epoch, ErasureKey ek, List<Addressee> to) {
        byte[] secret = Bytes.random(Hpke.SECRET);
        byte[] key = KeyDerivation.inwardKey(secret, ek, part, itemId);
        try {
            SealedText sealed = Envelope.sealText(key, AssociatedData.inward(part, itemId), text);
            List<InwardWrap> wraps =
                    to.stream().map(each -> wrap(part, itemId, each, secret)).toList();
            return new SealedInward(part, itemId, epoch.epoch(), sealed, wraps);
        } finally {
            Bytes.wipe(secret, key);
        }
    }

    static ClearText open(SealedInward inward, Opener opener, CaseKeys caseKeys) {
        InwardWrap wrap = inward.wraps().stream()
                .filter(each -> each.recipientId().equals(opener.id())
                        && each.recipientKeyId().equals(opener.keyId()))
                .findFirst()
                .orElseThrow(VaultException::new);
        byte[] info = SealInfo.inward(inward.part(), inward.itemId(), opener.id(), opener.keyId());
        byte[] secret = Hpke.open(opener.box(), info, wrap.encapsulation(), wrap.ciphertext());
        try (ErasureKey ek = caseKeys.erasureKey(inward.part(), inward.epoch())) {
            byte[] key = KeyDerivation.inwardKey(secret, ek, inward.part(), inward.itemId());
            return opened(key, inward);
        } finally {
            Bytes.wipe(secret);
        }
    }

    private static ClearText opened(byte[] key, SealedInward inward) {
        try {
            return Envelope.openText(key, AssociatedData.inward(inward.part(), inward.itemId()), inward.text());
        } finally {
            Bytes.wipe(key);
        }
    }

    private static InwardWrap wrap(CasePart part, UUID itemId, Addressee to, byte[] secret) {
        Hpke.Sealed seal = Hpke.seal(to.boxKey(), SealInfo.inward(part, itemId, to.id(), to.keyId()), secret);
        return new InwardWrap(to.id(), to.keyId(), seal.encapsulation(), seal.ciphertext());
    }

    /** Everybody whose grant makes her a holder and still runs, with her keys of today; refused when that is nobody. */
    static List<Addressee> holders(EpochMembers newest, Directory directory, Clock clock) {
        List<Addressee> holders = newest.holdersAt(clock.instant().getEpochSecond()).stream()
                .flatMap(person -> directory.of(person).stream())
                .map(Addressee::of)
                .toList();
        if (holders.isEmpty()) {
            throw new VaultException();
        }
        return holders;
    }
}
