package org.safespaces.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The one vault there is: asks for the disclosure, then leaves the work to those who know how. */
final class PersonalVault implements Vault, AutoCloseable {
    private final PersonalKeys me;
    private final ErasureKeys erasureKeys;
    private final Clock clock;
    private final CaseKeys caseKeys;
    private final ItemReading reading;
    private final ItemWriting writing;
    private final Drafts drafts;
    private final Heads heads;
    private final Granting granting;

    PersonalVault(PersonalKeys me, Grants grants, ErasureKeys erasureKeys, Directory directory, Clock clock) {
        this.me = me;
        this.erasureKeys = erasureKeys;
        this.clock = clock;
        this.caseKeys = new CaseKeys(me.opener(), grants, erasureKeys, directory, clock);
        this.reading = new ItemReading(caseKeys, directory);
        this.writing = new ItemWriting(me, caseKeys);
        this.drafts = new Drafts(me.personId(), caseKeys);
        this.heads = new Heads(me, caseKeys, directory);
        this.granting = new Granting(me, grants, caseKeys, erasureKeys);
    }

    @Override
    public UUID personId() {
        return me.personId();
    }

    @Override
    public EpochDraft openCase(CasePart part) {
        return granting.open(part);
    }

    @Override
    public SealedItem seal(ClearText text, ItemAddress at, byte[] previousHash) {
        return writing.seal(text, at, previousHash, LocalDate.now(clock));
    }

    @Override
    public ClearText open(SealedItem item, ItemAddress at, Disclosure why) {
        why.demand(at.part(), clock);
        return why.purpose() == Disclosure.Purpose.SEARCH ? reading.openUnsigned(item, at) : reading.open(item, at);
    }

    @Override
    public CaseHead advance(CaseHead headOrNull, ItemAddress at, SealedItem added) {
        return heads.advance(headOrNull, at.part(), HeadStep.of(at, added));
    }

    @Override
    public void verify(CaseHead head, List<HeadStep> history) {
        heads.verify(head, history);
    }

    @Override
    public SealedDraft sealDraft(ClearText text, CasePart part, UUID itemId) {
        return drafts.seal(text, part, itemId);
    }

    @Override
    public ClearText openDraft(SealedDraft draft, CasePart part, UUID itemId, Disclosure why) {
        why.demand(part, clock);
        return drafts.open(draft, part, itemId);
    }

    @Override
    public Grant grant(CasePart part, VouchedKeys to, GrantPurpose purpose, long notAfter, Disclosure why) {
        why.demand(part, clock);
        return granting.toColleague(part, to, purpose, notAfter);
    }

    @Override
    public Grant grantToCode(CasePart messagesPart, CodeKeys to) {
        return granting.toCode(messagesPart, to);
    }

    @Override
    public EpochDraft rotate(
            CasePart part, Collection<VouchedKeys> holders, Collection<CodeKeys> codes, Disclosure why) {
        why.demand(part, clock);
        return granting.rotate(part, holders, codes);
    }

    @Override
    public SealedItem rewrap(SealedItem item, ItemAddress at, Disclosure why) {
        why.demand(at.part(), clock);
        return writing.rewrap(item, at);
    }

    @Override
    public Rewrapping rewrapping(CasePart part, Disclosure why) {
        why.demand(part, clock);
        return writing.rewrapping(part);
    }

    @Override
    public SealedDraft rewrap(SealedDraft draft, CasePart part, UUID itemId, Disclosure why) {
        why.demand(part, clock);
        return drafts.rewrap(draft, part, itemId);
    }

    @Override
    public IntakeText openIntake(SealedIntake intake, Disclosure why) {
        why.demand(intake.intakeId(), Compartment.CLINICAL, clock);
        why.demand(intake.intakeId(), Compartment.IDENTITY, clock);
        try (ErasureKey ek = erasureKeys.find(intake.ekId())) {
            return IntakeSeal.open(intake, me.opener(), ek);
        }
    }

    @Override
    public boolean admits(SealedIntake intake, CodeKeys code, Disclosure why) {
        why.demand(intake.intakeId(), Compartment.CLINICAL, clock);
        return code.isSound() && IntakeSeal.admits(intake, me.opener(), code);
    }

    @Override
    public SealedMessage sealMessage(
            ClearText text, Conversation in, UUID messageId, MessageKind kind, Disclosure why) {
        why.demand(in.intakeId(), kind.under(), clock);
        if (kind == MessageKind.FROM_VISITOR) {
            throw new VaultException();
        }
        try (ErasureKey ek = erasureKeys.find(in.ekId())) {
            return MessageSeal.seal(in, messageId, kind, LocalDate.now(clock), text, me.opener(), ek);
        }
    }

    @Override
    public ClearText openMessage(SealedMessage message, Conversation in, Disclosure why) {
        why.demand(in.intakeId(), message.kind().under(), clock);
        try (ErasureKey ek = erasureKeys.find(in.ekId())) {
            return MessageSeal.open(in, message, me.opener(), ek);
        }
    }

    @Override
    public ClearText openInward(SealedInward inward, Disclosure why) {
        why.demand(inward.part(), clock);
        return InwardSeal.open(inward, me.opener(), caseKeys);
    }

    @Override
    public void close() {
        caseKeys.close();
    }
}
