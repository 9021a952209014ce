package org.safespaces.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.safespaces.vault.MutationTest.Target;

/** One of everything that a database or a session holds, and how the application opens it. */
final class Stored {
    private static final Pepper PEPPER = new Pepper(1, Hex.repeated(7, 32));

    private final List<Target> targets = new ArrayList<>();
    private final Practice practice = new Practice();
    private final Directory directory = practice.directory();
    private final PersonalKeys ada = practice.ada;
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(ada, at, "Slept four hours.");
    private final Vault vault = practice.vault(ada);

    Stored() {
        envelopes();
        notes();
        keysToACase();
        waysIn();
        returnCodes();
        recipients();
        writtenIn();
        heads();
        directory();
    }

    List<Target> targets() {
        return targets;
    }

    private void envelopes() {
        byte[] key = Bytes.random(32);
        byte[] place = Bytes.random(64);
        add(
                "envelope of a key",
                30_000,
                Envelope.sealKey(key, place, Bytes.random(32)),
                damaged -> Envelope.openKey(key, place, damaged, 32));
        add(
                "envelope of a text",
                15_000,
                Envelope.sealText(key, place, ClearText.of("text")),
                damaged -> Envelope.openText(key, place, damaged));
        Hpke.Pair pair = Hpke.derive(Bytes.random(32));
        add(
                "seal to a person",
                4_000,
                Hpke.seal(pair.publicKey(), place, Bytes.random(32)),
                damaged -> Hpke.open(pair, place, damaged.encapsulation(), damaged.ciphertext()));
        KeystoreKey keystore = new KeystoreKey(practice.tenantId, 1, Bytes.random(32));
        ErasureKey ek = ErasureKey.draw();
        add("keystore row", 6_000, keystore.wrap(ek), damaged -> keystore.unwrap(ek.id(), damaged));
        ServerSeal server = new ServerSeal(practice.tenantId, 1, Bytes.random(32), Bytes.random(32));
        Column column = new Column("contact_card", "sealed");
        UUID row = UUID.randomUUID();
        add(
                "server's field",
                6_000,
                server.seal(ClearText.of("jo"), column, row),
                damaged -> server.open(damaged, column, row));
    }

    private void notes() {
        add("note", 8_000, note, damaged -> vault.open(damaged, at, Practice.why(part)));
        Disclosure search = Practice.why(part.caseId(), Disclosure.Purpose.SEARCH, part.compartment());
        // A search looks at no signature; so what only the signature guards stays as it is here.
        add(
                "note, searched",
                10_000,
                new Searched(note.text(), note.dekId(), note.wrappedDek(), note.epoch()),
                damaged -> vault.open(damaged.in(note), at, search));
        UUID itemId = UUID.randomUUID();
        SealedDraft draft = vault.sealDraft(ClearText.of("half"), part, itemId);
        add("autosaved draft", 8_000, draft, damaged -> vault.openDraft(damaged, part, itemId, Practice.why(part)));
    }

    /** What of a note its envelopes guard by themselves. */
    record Searched(SealedText text, UUID dekId, SealedText wrappedDek, int epoch) {
        SealedItem in(SealedItem whole) {
            return new SealedItem(
                    text,
                    dekId,
                    wrappedDek,
                    epoch,
                    whole.authorId(),
                    whole.authorKeyId(),
                    whole.day(),
                    whole.previousHash(),
                    whole.signature());
        }
    }

    /** Each time in a new request, since a vault remembers what it verified. */
    private void keysToACase() {
        Grant grant = practice.rows.grants(part).get(0);
        CaseEpoch epoch = practice.rows.epochs(part).get(0);
        add("grant", 5_000, grant, damaged -> readWith(epoch, damaged));
        add("epoch", 5_000, epoch, damaged -> readWith(damaged, grant));
    }

    private void readWith(CaseEpoch epoch, Grant grant) {
        Grants only = new Grants() {
            @Override
            public List<CaseEpoch> epochs(CasePart asked) {
                return List.of(epoch);
            }

            @Override
            public List<Grant> grants(CasePart asked) {
                return List.of(grant);
            }
        };
        ada.vault(only, practice.rows, directory, Practice.CLOCK).open(note, at, Practice.why(part));
    }

    private void waysIn() {
        Secret code = RecoveryCode.parse(RecoveryCode.draw());
        add(
                "slot of a recovery code",
                12_000,
                ada.addSlot(SlotKind.RECOVERY_CODE, code, PEPPER),
                damaged -> unlock(ada, damaged, code));
        Secret phrase = Secret.of("lunar otter canopy fidget pretzel gravel");
        byte[] seed = Bytes.random(32);
        PersonalKeys dora = new PersonalKeys(practice.tenantId, UUID.randomUUID(), seed.clone());
        Slot cheap = cheapSlot(seed, dora.personId(), phrase);
        add(
                "slot of a phrase, cheaply stretched",
                6_000,
                false,
                cheap,
                Stored::isCheap,
                damaged -> unlock(dora, damaged, phrase));
        BrowserKey cookie = BrowserKey.draw();
        add(
                "seed in a session",
                12_000,
                true,
                ada.lock(cookie),
                any -> true,
                damaged -> PersonalKeys.reopen(damaged, cookie));
        add("sheet of pinned keys", 6_000, ada.sealPins(1, ClearText.of("pins")), damaged -> ada.openPins(1, damaged));
        byte[] nonce = Bytes.random(16);
        add(
                "working copy of a form",
                6_000,
                copy(cookie, nonce),
                damaged -> cookie.openWorkingCopy(practice.tenantId, nonce, damaged));
    }

    private SealedText copy(BrowserKey cookie, byte[] nonce) {
        return cookie.sealWorkingCopy(practice.tenantId, nonce, ClearText.of("copy"));
    }

    private void unlock(PersonalKeys whose, Slot slot, Secret secret) {
        PersonalKeys.unlock(practice.tenantId, whose.personId(), slot, secret, PEPPER, whose.publicKeys())
                .close();
    }

    /** A real slot but for its costs: at today's, each attempt would take a quarter of a second. */
    private Slot cheapSlot(byte[] seed, UUID person, Secret phrase) {
        Slot open = cheapSlot(new SealedText(Bytes.NONE));
        byte[] stretched = KeyStretching.stretch(phrase.bytes(), open.salt(), 8, 1, 1);
        byte[] key = KeyDerivation.phraseSlotKey(stretched, PEPPER, person, open.slotId());
        return cheapSlot(Envelope.sealKey(key, AssociatedData.slot(practice.tenantId, person, open), seed));
    }

    private static Slot cheapSlot(SealedText seed) {
        UUID id = new UUID(1, 1);
        return new Slot(id, SlotKind.PASSPHRASE, 8, 1, 1, Hex.repeated(2, KeyStretching.SALT), 1, seed);
    }

    /** Costs that were damaged are kept small, or so large that they are refused at once; nothing between. */
    private static boolean isCheap(Slot slot) {
        return isCheap(slot.memoryKiB(), 64, KeyStretching.MOST_MEMORY_KIB)
                && isCheap(slot.passes(), 4, KeyStretching.MOST_PASSES)
                && isCheap(slot.lanes(), 4, KeyStretching.MOST_LANES);
    }

    private static boolean isCheap(int cost, int small, int most) {
        return cost <= small || cost > most;
    }

    private void returnCodes() {
        ReturnCode code = ReturnCode.open("4821 0937 5516 2704", PEPPER);
        RecipientList list = practice.recipients(ada, practice.cleo);
        IntakeText text = new IntakeText(ClearText.of(""), ClearText.of(""));
        ErasureKey ek = practice.rows.claim();
        UUID id = UUID.randomUUID();
        add(
                "public half of a return code",
                4_000,
                code.keys(),
                damaged -> PublicSeal.seal(practice.tenantId, id, text, list, ek, damaged));
        DraftKey draftKey = code.draftKey();
        SealedText draft = draftKey.seal(practice.tenantId, id, Practice.TODAY, ek, ClearText.of("unfinished"));
        add(
                "draft under a return code",
                10_000,
                draft,
                damaged -> draftKey.open(practice.tenantId, id, Practice.TODAY, ek, damaged));
        SealedIntake intake = only(
                PublicSeal.seal(practice.tenantId, id, text, list, ek, code.keys()),
                code.keys().codeId());
        // The other half is none of the code's business, so damage to it is not noticed by the code.
        add(
                "enquiry, by its return code",
                4_000,
                new ForCode(intake.clinical(), intake.wraps()),
                damaged -> code.openIntakeClinical(damaged.in(intake), ek));
    }

    /** What of an enquiry a return code has to do with. */
    record ForCode(SealedText clinical, List<IntakeWrap> wraps) {
        SealedIntake in(SealedIntake whole) {
            return new SealedIntake(
                    whole.tenantId(),
                    whole.intakeId(),
                    whole.listVersion(),
                    whole.ekId(),
                    clinical,
                    whole.identity(),
                    wraps);
        }
    }

    private void recipients() {
        RecipientListBody body = practice.listOf(ada, practice.cleo);
        List<RecipientSignature> signatures = List.of(ada.signRecipients(body), practice.ben.signRecipients(body));
        add("list of recipients", 4_000, body, damaged -> RecipientList.verify(damaged, signatures, directory));
        add(
                "signatures of a list of recipients",
                4_000,
                new Several<>(signatures),
                damaged -> RecipientList.verify(body, damaged.rows(), directory));
    }

    /** Rows that count together. */
    record Several<R>(List<R> rows) {}

    private void writtenIn() {
        UUID id = UUID.randomUUID();
        RecipientList list = practice.recipients(ada, practice.cleo);
        IntakeText text = new IntakeText(ClearText.of("I cannot sleep."), ClearText.of("Jo"));
        SealedIntake intake =
                only(PublicSeal.seal(practice.tenantId, id, text, list, practice.rows.claim(), null), ada.personId());
        add("enquiry", 5_000, intake, damaged -> vault.openIntake(damaged, Practice.whyIntake(damaged.intakeId())));
        SealedInward inward = PublicSeal.sealInward(
                part, id, ClearText.of("from her"), practice.rows, practice.rows, directory, Practice.CLOCK);
        messages(intake);
        add("what a client sent in", 5_000, inward, damaged -> vault.openInward(damaged, Practice.why(damaged.part())));
    }

    private void messages(SealedIntake intake) {
        Conversation in = new Conversation(
                intake.tenantId(),
                intake.intakeId(),
                intake.listVersion(),
                practice.rows.claim().id(),
                intake.wraps());
        for (MessageKind kind : List.of(MessageKind.FROM_PRACTICE, MessageKind.FOR_COLLEAGUES)) {
            Disclosure why = Practice.whyIntake(in.intakeId());
            SealedMessage message = vault.sealMessage(ClearText.of("Of course."), in, UUID.randomUUID(), kind, why);
            add("message, " + kind, 5_000, message, damaged -> vault.openMessage(damaged, in, why));
            // of the two halves only the one whose key is used concerns a message
            Conversation own = new Conversation(
                    in.tenantId(),
                    in.intakeId(),
                    in.listVersion(),
                    in.ekId(),
                    in.wraps().stream()
                            .filter(wrap -> wrap.compartment() == kind.under())
                            .toList());
            add(
                    "what a message hangs on, " + kind,
                    2_000,
                    own,
                    damaged -> vault.openMessage(message, damaged, Practice.whyIntake(damaged.intakeId())));
        }
    }

    /** With the wraps for one reader alone: what is damaged for others does not concern her. */
    private static SealedIntake only(SealedIntake intake, UUID reader) {
        return new SealedIntake(
                intake.tenantId(),
                intake.intakeId(),
                intake.listVersion(),
                intake.ekId(),
                intake.clinical(),
                intake.identity(),
                intake.wraps().stream()
                        .filter(each -> each.recipientId().equals(reader))
                        .toList());
    }

    private void heads() {
        ItemAddress second = Practice.first(part);
        SealedItem other = practice.written(ada, second, "And six the next night.");
        CaseHead head = vault.advance(vault.advance(null, at, note), second, other);
        Several<HeadStep> history = new Several<>(List.of(HeadStep.of(at, note), HeadStep.of(second, other)));
        add("head of a history", 3_000, head, damaged -> vault.verify(damaged, history.rows()));
        add("history under a head", 3_000, history, damaged -> vault.verify(head, damaged.rows()));
    }

    /** A directory refuses by leaving out. */
    private void directory() {
        DirectoryEntry entry = Practice.entry(practice.cleo);
        Vouch vouch = ada.vouch(entry);
        add("directory entry", 1_500, entry, damaged -> find(damaged, vouch));
        add("vouch", 1_500, vouch, damaged -> find(entry, damaged));
    }

    private void find(DirectoryEntry entry, Vouch vouch) {
        Directory verified = Directory.verify(
                practice.tenantId, practice.anchor, List.of(Practice.entry(ada), entry), List.of(vouch));
        if (verified.of(entry.personId()).isEmpty()
                && verified.of(practice.cleo.personId()).isEmpty()) {
            throw new VaultException();
        }
    }

    private <R extends Record> void add(String name, int count, R whole, Consumer<R> opening) {
        add(name, count, false, whole, any -> true, opening);
    }

    private <R extends Record> void add(
            String name, int count, boolean keysMayDiffer, R whole, Predicate<R> wanted, Consumer<R> opening) {
        Mutator mutator = new Mutator(name.hashCode());
        targets.add(new Target(name, count, keysMayDiffer, () -> opening.accept(whole), () -> {
            R damaged = mutator.mutated(whole);
            while (!wanted.test(damaged)) {
                damaged = mutator.mutated(whole);
            }
            R drawn = damaged;
            return () -> opening.accept(drawn);
        }));
    }
}
