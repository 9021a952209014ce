package org.safespaces.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Seals what comes from outside, in the request that receives it. Needs nobody's vault and can open nothing.
 *
 * <p>Guarantee: only those on a verified list, or the verified holders of a case, can open it, an enquiry also the sender's own
 * return code; and only while the erasure key lives. Stored, every enquiry has one size. Limit: the running server sees the text
 * while it passes, and anybody may send. Failure: {@link TextTooLong}, or {@link VaultException}; then nothing was accepted. Source:
 * vault.md 6.6.
 */
public final class PublicSeal {
    private PublicSeal() {}

    /**
     * Seals both halves of an enquiry to every recipient.
     *
     * @param ek fresh from the pool, for this enquiry alone; the caller closes it
     * @param codeOrNull her return code, which opens the clinical half only
     */
    public static SealedIntake seal(
            UUID tenantId, UUID intakeId, IntakeText text, RecipientList to, ErasureKey ek, CodeKeys codeOrNull) {
        return sealAnew(tenantId, intakeId, text, List.of(), to, ek, null, codeOrNull)
                .intake();
    }

    /**
     * The same for an enquiry that is sealed once more, with the messages that belong to it: all of it gets fresh keys.
     *
     * @param ofMessagesOrNull the erasure key of the messages, fresh as well; null where there are none
     */
    public static ResealedIntake sealAnew(
            UUID tenantId,
            UUID intakeId,
            IntakeText text,
            List<ClearMessage> messages,
            RecipientList to,
            ErasureKey ek,
            ErasureKey ofMessagesOrNull,
            CodeKeys codeOrNull) {
        if (!to.tenantId().equals(tenantId)) {
            throw new VaultException();
        }
        byte[] ofClinical = Bytes.random(Hpke.SECRET);
        byte[] ofIdentity = Bytes.random(Hpke.SECRET);
        try {
            List<Addressee> recipients =
                    to.recipients().stream().map(Addressee::of).toList();
            List<Addressee> withCode = Stream.concat(
                            recipients.stream(), Stream.ofNullable(codeOrNull).map(Addressee::of))
                    .toList();
            IntakeSeal seal = new IntakeSeal(tenantId, intakeId, to.version(), ek);
            List<IntakeWrap> wraps = new ArrayList<>();
            SealedText clinical = seal.half(Compartment.CLINICAL, ofClinical, text.clinical(), withCode, wraps);
            SealedText identity = seal.half(Compartment.IDENTITY, ofIdentity, text.identity(), recipients, wraps);
            return new ResealedIntake(
                    new SealedIntake(tenantId, intakeId, to.version(), ek.id(), clinical, identity, wraps),
                    Optional.ofNullable(ofMessagesOrNull).map(ErasureKey::id),
                    messages.stream()
                            .map(each -> new MessageSeal(tenantId, intakeId, ofMessagesOrNull)
                                    .seal(
                                            each.kind().under() == Compartment.CLINICAL ? ofClinical : ofIdentity,
                                            each.messageId(),
                                            each.kind(),
                                            each.day(),
                                            each.text()))
                            .toList());
        } finally {
            Bytes.wipe(ofClinical, ofIdentity);
        }
    }

    /**
     * Seals what a signed-in client sends into her case, to whoever holds that compartment now.
     *
     * @param clock for grants that have run out
     */
    public static SealedInward sealInward(
            CasePart part,
            UUID itemId,
            ClearText text,
            Grants grants,
            ErasureKeys erasureKeys,
            Directory directory,
            Clock clock) {
        EpochMembers newest = CaseChain.verify(part, grants, directory).newest();
        try (ErasureKey ek = erasureKeys.find(newest.epoch().ekId())) {
            if (ek == null) {
                throw new VaultException();
            }
            return InwardSeal.seal(
                    part, itemId, text, newest.epoch(), ek, InwardSeal.holders(newest, directory, clock));
        }
    }
}
