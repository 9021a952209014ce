package org.safespaces.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One person's vault, unlocked, for one request.
 *
 * <p>Guarantee: what is sealed here opens only for those who hold a verified grant of its case and compartment, while the
 * erasure key lives, at exactly its own address; altered, moved, swapped, rolled back or signed by a stranger it does not open.
 * Limit: whoever may open may copy; and while it is open, the running server sees the text. Failure: {@link VaultException} for
 * everything, without a reason. Ends with the {@link PersonalKeys} it came from. Not for several threads. Source: vault.md 5, 6.
 */
public interface Vault {
    UUID personId();

    /**
     * Opens a compartment of a case: fresh secret, an erasure key from the pool, her own grant, the signed epoch 0. Nothing is in
     * force until both are stored. Refused where an epoch exists already.
     */
    EpochDraft openCase(CasePart part);

    /**
     * Seals one version of one item under the newest epoch: fresh key, signed, chained.
     *
     * @param previousHash {@link SealedItem#versionHash} of the version before, {@link SealedItem#NO_PREVIOUS} for the first
     * @throws TextTooLong beyond 256 KiB less four bytes
     */
    SealedItem seal(ClearText text, ItemAddress at, byte[] previousHash);

    /**
     * Opens one version. Its author must hold the compartment or have held it; for {@link Disclosure.Purpose#SEARCH} her signature
     * is not checked, which leaves the envelope's own binding. Whether the version before is the right one is for whoever has
     * both to compare.
     */
    ClearText open(SealedItem item, ItemAddress at, Disclosure why);

    /**
     * Moves the head of a compartment's history on by one version, under the lock of its row.
     *
     * @param headOrNull the head so far, null before the first item
     */
    CaseHead advance(CaseHead headOrNull, ItemAddress at, SealedItem added);

    /**
     * Checks a head against the whole history of its compartment, in the order it was written: nothing missing, added, altered or
     * exchanged.
     */
    void verify(CaseHead head, List<HeadStep> history);

    /** Seals unfinished text, for herself alone. */
    SealedDraft sealDraft(ClearText text, CasePart part, UUID itemId);

    ClearText openDraft(SealedDraft draft, CasePart part, UUID itemId, Disclosure why);

    /**
     * Gives the newest epoch's secret to a colleague. Supervision is of the clinical compartment only; keys on paper get nothing.
     *
     * @param notAfter in epoch seconds, {@link Grant#NO_END} for no end. Her vault refuses after it; it cannot undo copying
     */
    Grant grant(CasePart part, VouchedKeys to, GrantPurpose purpose, long notAfter, Disclosure why);

    /** Gives the newest epoch's secret of a messages compartment to a client's return code. */
    Grant grantToCode(CasePart messagesPart, CodeKeys to);

    /**
     * Begins the next epoch with a fresh secret and erasure key. Whoever is not named holds nothing of what follows. Once it is
     * stored, {@link #rewrap} every item, then destroy the erasure key of the epoch before.
     *
     * @param holders with herself among them
     * @param codes clients' codes, messages only; one that nobody has let into the epoch before is left out
     */
    EpochDraft rotate(CasePart part, Collection<VouchedKeys> holders, Collection<CodeKeys> codes, Disclosure why);

    /** Moves an item's key to the newest stored epoch; text, signature and chain stay as they are. */
    SealedItem rewrap(SealedItem item, ItemAddress at, Disclosure why);

    /** The same for many, at the cost of verifying the epochs once. Good for as long as nobody else rotates: hold the case. */
    Rewrapping rewrapping(CasePart part, Disclosure why);

    /** The same for a draft, of whichever author. */
    SealedDraft rewrap(SealedDraft draft, CasePart part, UUID itemId, Disclosure why);

    /** Opens both halves of an enquiry that was sealed to her; the disclosure names the enquiry. */
    IntakeText openIntake(SealedIntake intake, Disclosure why);

    /**
     * Whether a code belongs to an enquiry that was sealed to her: let in by whoever sent it, or by the code before. The disclosure
     * names the enquiry.
     *
     * @throws VaultException when her own keys do not open it
     */
    boolean admits(SealedIntake intake, CodeKeys code, Disclosure why);

    /**
     * Seals what she writes about an enquiry that was sealed to her: to whoever has its code, or to her colleagues. The disclosure
     * names the enquiry, and the compartment whose key is used.
     *
     * @param kind never {@link MessageKind#FROM_VISITOR}: she does not write in another's name
     */
    SealedMessage sealMessage(ClearText text, Conversation in, UUID messageId, MessageKind kind, Disclosure why);

    /** Opens a message of an enquiry that was sealed to her; what somebody else wrote is untrusted text. */
    ClearText openMessage(SealedMessage message, Conversation in, Disclosure why);

    /** Opens what a client sent into a case; untrusted text, to be sealed anew as an ordinary item. */
    ClearText openInward(SealedInward inward, Disclosure why);
}
