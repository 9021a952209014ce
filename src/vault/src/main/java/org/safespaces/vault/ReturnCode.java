package org.safespaces.vault;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A client's way back: opens what she sent, and the messages of her case, without an account.
 *
 * <p>Guarantee: neither the code nor anything it can be guessed from without the pepper is stored. It opens the clinical half of her
 * own enquiry and messages granted to it, never an address. Limit: whoever finds the code is she; sixteen digits are 53 bits, ten
 * words 129. Failure: {@link VaultException}. Source: vault.md 6.7.
 */
public final class ReturnCode implements AutoCloseable {
    /** How a code looks. */
    public enum Form {
        /** Sixteen digits, which pass for a telephone or card number. */
        DIGITS,
        /** Ten words, beyond all guessing. */
        WORDS
    }

    private static final int DIGITS = 16;
    private static final int WORDS = 10;
    private static final Pattern BETWEEN = Pattern.compile("(?U)[\\s\\p{Pd}]+");

    /** A code's grants have no end; one that claims to have one was not made by this vault. */
    private static final Clock END_OF_TIME = Clock.fixed(Instant.MAX, ZoneOffset.UTC);

    private final byte[] lookup;
    private final byte[] draftKey;
    private final Hpke.Pair box;
    private final CodeKeys keys;
    private boolean closed;

    private ReturnCode(byte[] lookup, byte[] draftKey, Hpke.Pair box) {
        this.lookup = lookup;
        this.draftKey = draftKey;
        this.box = box;
        this.keys = CodeKeys.of(box.publicKey());
    }

    /** A fresh code, as it is shown once. */
    public static String draw(Form form) {
        return switch (form) {
            case WORDS -> Words.draw(WORDS);
            case DIGITS -> {
                StringBuilder drawn = new StringBuilder();
                for (int at = 0; at < DIGITS; at++) {
                    drawn.append(at > 0 && at % 4 == 0 ? " " : "").append(Bytes.randomBelow(10));
                }
                yield drawn.toString();
            }
        };
    }

    /**
     * Reads a code as typed, whatever its case, spaces and hyphens, at the cost of one Argon2id. Whether it is anybody's code shows
     * by its {@link #lookup} only.
     *
     * @throws VaultException if it cannot be a code
     */
    public static ReturnCode open(String typed, Pepper pepper) {
        return derive(Bytes.ascii(canonical(typed)), pepper);
    }

    /**
     * A phrase of her own in place of a code, at the same cost.
     *
     * @throws VaultException if it is not {@link Passphrase#strongEnough}
     */
    public static ReturnCode openOwnPhrase(Secret own, Pepper pepper) {
        if (!Passphrase.strongEnough(own.text())) {
            throw new VaultException();
        }
        return derive(own.bytes().clone(), pepper);
    }

    /**
     * Whatever somebody typed to come back: a code that was drawn, or a phrase of her own. Each costs one Argon2id, and so does what can
     * be neither: how long it takes tells nothing.
     *
     * @throws VaultException if it can be neither
     */
    public static ReturnCode read(String typed, Pepper pepper) {
        if (drawn(typed).isPresent()) {
            return open(typed, pepper);
        }
        try (Secret own = Secret.of(typed)) {
            if (Passphrase.strongEnough(own.text())) {
                return openOwnPhrase(own, pepper);
            }
            derive(own.bytes().clone(), pepper).close();
            throw new VaultException();
        }
    }

    /** By which the code is found; 32 bytes, stored. */
    public byte[] lookup() {
        demandOpen();
        return lookup.clone();
    }

    /** The public half, stored. */
    public CodeKeys keys() {
        return keys;
    }

    /** What she wrote in her enquiry. Who she is stays sealed to the recipients. */
    public ClearText openIntakeClinical(SealedIntake intake, ErasureKey ek) {
        return IntakeSeal.open(intake, Compartment.CLINICAL, opener(), ek);
    }

    /** What she writes to those who read her enquiry. */
    public SealedMessage sealMessage(ClearText text, Conversation in, UUID messageId, LocalDate day, ErasureKey ek) {
        return MessageSeal.seal(in, messageId, MessageKind.FROM_VISITOR, day, text, opener(), ek);
    }

    /** A message to her, or her own; never what colleagues write to each other. */
    public ClearText openMessage(SealedMessage message, Conversation in, ErasureKey ek) {
        return MessageSeal.open(in, message, opener(), ek);
    }

    /** Her enquiry's key for the code that takes this one's place. */
    public IntakeWrap passOn(SealedIntake intake, CodeKeys next) {
        return IntakeSeal.passOn(intake, Compartment.CLINICAL, opener(), Addressee.of(next));
    }

    /**
     * The secret of her messages for the code that takes this one's place: what this one reads in the newest epoch, that one reads. It
     * stands until a holder begins another epoch, who sees that it came from a code let in, and signs.
     */
    public Grant passOn(CasePart messages, Grants grants, Directory directory, CodeKeys next) {
        demandMessages(messages);
        Opener me = opener();
        EpochMembers newest = CaseChain.verify(messages, grants, directory).newest();
        // no erasure keys: the secret is passed on as it is, and nothing is opened with it
        try (CaseKeys caseKeys = new CaseKeys(me, grants, null, directory, END_OF_TIME)) {
            byte[] secret = caseKeys.secret(newest);
            try {
                return Grant.sealed(
                                messages,
                                newest.epoch().epoch(),
                                Addressee.of(next),
                                GrantPurpose.CLIENT_CODE,
                                Grant.NO_END,
                                secret,
                                Addressee.of(keys))
                        .passedOn(secret);
            } finally {
                Bytes.wipe(secret);
            }
        }
    }

    private static void demandMessages(CasePart part) {
        if (part.compartment() != Compartment.MESSAGES) {
            throw new VaultException();
        }
    }

    /** A message of her case, through the grant to this code; author and grantor are verified as for a colleague. */
    public ClearText openItem(
            SealedItem item, ItemAddress at, Grants grants, ErasureKeys erasureKeys, Directory directory) {
        demandMessages(at.part());
        try (CaseKeys caseKeys = new CaseKeys(opener(), grants, erasureKeys, directory, END_OF_TIME)) {
            return new ItemReading(caseKeys, directory).open(item, at);
        }
    }

    /**
     * What she writes into her case: for whoever holds her messages now, and for this code, which reads it back.
     *
     * @param clock for grants that have run out
     */
    public SealedInward sealInward(
            CasePart part,
            UUID itemId,
            ClearText text,
            Grants grants,
            ErasureKeys erasureKeys,
            Directory directory,
            Clock clock) {
        demandMessages(part);
        demandOpen();
        EpochMembers newest = CaseChain.verify(part, grants, directory).newest();
        List<Addressee> to = new ArrayList<>(InwardSeal.holders(newest, directory, clock));
        to.add(Addressee.of(keys));
        try (ErasureKey ek = erasureKeys.find(newest.epoch().ekId())) {
            if (ek == null) {
                throw new VaultException();
            }
            return InwardSeal.seal(part, itemId, text, newest.epoch(), ek, to);
        }
    }

    /** What she wrote into her case and no holder has opened yet, if it was written with this code. */
    public ClearText openInward(SealedInward inward, Grants grants, ErasureKeys erasureKeys, Directory directory) {
        demandMessages(inward.part());
        try (CaseKeys caseKeys = new CaseKeys(opener(), grants, erasureKeys, directory, END_OF_TIME)) {
            return InwardSeal.open(inward, opener(), caseKeys);
        }
    }

    /** What opens her unfinished form, and nothing else. */
    public DraftKey draftKey() {
        demandOpen();
        return DraftKey.owning(draftKey.clone());
    }

    /** Takes the code over and wipes it. */
    private static ReturnCode derive(byte[] code, Pepper pepper) {
        byte[] stretched = KeyStretching.stretch(code, KeyDerivation.codeSalt(pepper));
        byte[] boxSeed = KeyDerivation.labelled(stretched, Labels.CODE_BOX);
        try {
            return new ReturnCode(
                    KeyDerivation.labelled(stretched, Labels.CODE_LOOKUP),
                    KeyDerivation.labelled(stretched, Labels.CODE_DRAFT_KEY),
                    Hpke.derive(boxSeed));
        } finally {
            Bytes.wipe(code, stretched, boxSeed);
        }
    }

    private Opener opener() {
        demandOpen();
        return new Opener(keys.codeId(), keys.codeId(), box);
    }

    private static String canonical(String typed) {
        return drawn(typed).orElseThrow(VaultException::new);
    }

    /** The one spelling of sixteen digits or ten words; empty for anything else. */
    private static Optional<String> drawn(String typed) {
        String plain = BETWEEN.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String digits = plain.replace(" ", "");
        if (digits.matches("[0-9]{" + DIGITS + "}")) {
            return Optional.of(digits);
        }
        String[] words = plain.split(" ");
        boolean tenWords = words.length == WORDS && Arrays.stream(words).allMatch(Words::knows);
        return tenWords ? Optional.of(plain) : Optional.empty();
    }

    private void demandOpen() {
        if (closed) {
            throw new VaultException();
        }
    }

    @Override
    public void close() {
        closed = true;
        Bytes.wipe(lookup, draftKey, box.privateKey());
    }

    @Override
    public String toString() {
        return "ReturnCode[redacted]";
    }
}
