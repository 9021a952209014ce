package org.safespaces.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** The one vault there is: her keys, the surroundings' rows, and the clock. */
final class PersonalVault implements Vault, AutoCloseable {
    private final PersonalKeys me;
    private final ErasureKeys erasureKeys;
    private final Directory directory;
    private final Clock clock;
    private final CaseKeys keys;
    private final Items items;
    private final Granting granting;

    PersonalVault(PersonalKeys me, Grants grants, ErasureKeys erasureKeys, Directory directory, Clock clock) {
        this.me = me;
        this.erasureKeys = erasureKeys;
        this.directory = directory;
        this.clock = clock;
        this.keys = new CaseKeys(me.opener(), grants, erasureKeys, directory, clock);
        this.items = new Items(keys, directory);
        this.granting = new Granting(me, grants, keys, erasureKeys);
    }

    @Override
    public UUID personId() {
        return me.personId();
    }

    @Override
    public EpochDraft openCase(CasePart part) {
        demandVouched();
        return granting.open(part);
    }

    @Override
    public SealedItem seal(ClearText text, ItemAddress at, byte[] previousHash) {
        if (!SealedItem.chains(at, previousHash)) {
            throw new IllegalArgumentException("a first version has nothing before it, every other has");
        }
        int epoch = epochToWriteIn(at.part());
        UUID dekId = UUID.randomUUID();
        byte[] dek = Bytes.random(32);
        try {
            SealedText sealed = Envelope.sealText(dek, AssociatedData.note(at, personId(), dekId), text);
            SealedText wrapped = items.wrap(dek, at.part(), at.itemId(), at.version(), epoch, dekId);
            SealedItem item = new SealedItem(
                    sealed,
                    dekId,
                    wrapped,
                    epoch,
                    personId(),
                    me.publicKeys().keyId(),
                    LocalDate.now(clock),
                    previousHash,
                    Bytes.NONE);
            return item.signed(me.sign(item.payload(at)));
        } finally {
            Bytes.wipe(dek);
        }
    }

    @Override
    public ClearText open(SealedItem item, ItemAddress at, Disclosure why) {
        why.demand(at.part(), clock);
        return items.open(item, at, why.purpose() != Disclosure.Purpose.SEARCH);
    }

    @Override
    public CaseHead advance(CaseHead headOrNull, ItemAddress at, SealedItem added) {
        CaseChain chain = chainToWriteIn(at.part());
        if (headOrNull != null) {
            demandHead(headOrNull, at.part(), chain);
        }
        long count = headOrNull == null ? 0 : headOrNull.count();
        byte[] before = headOrNull == null ? new byte[SealedItem.HASH] : headOrNull.hash();
        CaseHead next = new CaseHead(
                at.part(),
                count + 1,
                CaseHead.next(before, at, added),
                personId(),
                me.publicKeys().keyId(),
                Bytes.NONE);
        return next.signed(me.sign(next.payload()));
    }

    @Override
    public SealedDraft sealDraft(ClearText text, CasePart part, UUID itemId) {
        int epoch = epochToWriteIn(part);
        UUID dekId = UUID.randomUUID();
        byte[] dek = Bytes.random(32);
        try {
            SealedText sealed = Envelope.sealText(dek, AssociatedData.draft(part, itemId, personId(), dekId), text);
            SealedText wrapped = items.wrap(dek, part, itemId, SealedDraft.VERSION, epoch, dekId);
            return new SealedDraft(sealed, dekId, wrapped, epoch);
        } finally {
            Bytes.wipe(dek);
        }
    }

    @Override
    public ClearText openDraft(SealedDraft draft, CasePart part, UUID itemId, Disclosure why) {
        why.demand(part, clock);
        byte[] dek = items.dek(part, itemId, SealedDraft.VERSION, draft.epoch(), draft.dekId(), draft.wrappedDek());
        try {
            byte[] place = AssociatedData.draft(part, itemId, personId(), draft.dekId());
            return Envelope.openText(dek, place, draft.text());
        } finally {
            Bytes.wipe(dek);
        }
    }

    @Override
    public Grant grant(CasePart part, VouchedKeys to, GrantPurpose purpose, long notAfter, Disclosure why) {
        why.demand(part, clock);
        demandVouched();
        return granting.toColleague(part, to, purpose, notAfter);
    }

    @Override
    public Grant grantToCode(CasePart messagesPart, CodeKeys to) {
        demandVouched();
        return granting.toCode(messagesPart, to);
    }

    @Override
    public EpochDraft rotate(
            CasePart part, Collection<VouchedKeys> holders, Collection<CodeKeys> codes, Disclosure why) {
        why.demand(part, clock);
        return granting.rotate(chainToWriteIn(part).newest(), holders, codes);
    }

    @Override
    public SealedItem rewrap(SealedItem item, ItemAddress at, Disclosure why) {
        why.demand(at.part(), clock);
        int newest = epochToWriteIn(at.part());
        byte[] dek = items.dek(at.part(), at.itemId(), at.version(), item.epoch(), item.dekId(), item.wrappedDek());
        try {
            SealedText wrapped = items.wrap(dek, at.part(), at.itemId(), at.version(), newest, item.dekId());
            return item.rewrapped(wrapped, newest);
        } finally {
            Bytes.wipe(dek);
        }
    }

    @Override
    public SealedDraft rewrap(SealedDraft draft, CasePart part, UUID itemId, Disclosure why) {
        why.demand(part, clock);
        int newest = epochToWriteIn(part);
        byte[] dek = items.dek(part, itemId, SealedDraft.VERSION, draft.epoch(), draft.dekId(), draft.wrappedDek());
        try {
            SealedText wrapped = items.wrap(dek, part, itemId, SealedDraft.VERSION, newest, draft.dekId());
            return new SealedDraft(draft.text(), draft.dekId(), wrapped, newest);
        } finally {
            Bytes.wipe(dek);
        }
    }

    @Override
    public IntakeText openIntake(SealedIntake intake, Disclosure why) {
        why.demand(intake.intakeId(), Compartment.CLINICAL, clock);
        why.demand(intake.intakeId(), Compartment.IDENTITY, clock);
        try (ErasureKey ek = erasureKeys.find(intake.ekId())) {
            return IntakeSeal.open(intake, me.opener(), ek);
        }
    }

    private int epochToWriteIn(CasePart part) {
        return chainToWriteIn(part).newest().epoch().epoch();
    }

    /** Whatever a non-member or an unvouched person wrote would open for nobody. */
    private CaseChain chainToWriteIn(CasePart part) {
        demandVouched();
        CaseChain chain = keys.chainNow(part);
        if (!chain.newest().isMember(personId())) {
            throw new VaultException();
        }
        return chain;
    }

    private void demandVouched() {
        boolean vouched = directory
                .byKey(me.publicKeys().keyId())
                .filter(known -> known.personId().equals(personId()))
                .isPresent();
        if (!vouched) {
            throw new VaultException();
        }
    }

    private void demandHead(CaseHead head, CasePart part, CaseChain chain) {
        boolean holds = head.part().equals(part)
                && head.count() > 0
                && chain.everHeld(head.signerId())
                && directory.signed(head.signerId(), head.signerKeyId(), head.payload(), head.signature());
        if (!holds) {
            throw new VaultException();
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
