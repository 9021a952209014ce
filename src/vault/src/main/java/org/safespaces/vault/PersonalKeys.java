package org.safespaces.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A person's keys in the clear: the seed and what follows from it, for one request.
 *
 * <p>Guarantee: the seed leaves this object only sealed, in a {@link Slot} or a {@link LockedSeed}; {@link #close} wipes it and ends
 * every vault made from it. Limit: bcprov makes short-lived copies that cannot be wiped. Failure: {@link VaultException} for a wrong
 * phrase, code, cookie or row alike, {@link KeysDoNotMatch} when the directory's keys are not those of the seed. Not for several
 * threads. Source: vault.md 4, 5.2, 6.2.
 */
public final class PersonalKeys implements AutoCloseable {
    private static final int SEED = 32;
    private static final int NONCE = 16;

    private final UUID tenantId;
    private final UUID personId;
    private final byte[] seed;
    private final byte[] signSeed;
    private final Hpke.Pair box;
    private final PublicKeys publicKeys;
    private final List<PersonalVault> vaults = new ArrayList<>();
    private boolean closed;

    /** Takes the seed over. */
    PersonalKeys(UUID tenantId, UUID personId, byte[] seed) {
        this.tenantId = tenantId;
        this.personId = personId;
        this.seed = seed;
        this.signSeed = KeyDerivation.labelled(seed, Labels.SIGN);
        byte[] boxSeed = KeyDerivation.labelled(seed, Labels.BOX);
        this.box = Hpke.derive(boxSeed);
        this.publicKeys = PublicKeys.of(box.publicKey(), Signing.publicKey(signSeed));
        Bytes.wipe(boxSeed);
    }

    /** A new person's keys, from a fresh seed. Lost with this object unless a slot is added. */
    public static PersonalKeys create(UUID tenantId, UUID personId) {
        return new PersonalKeys(tenantId, personId, Bytes.random(SEED));
    }

    /**
     * Opens a slot; a passphrase costs one Argon2id.
     *
     * @param pepper of the slot's version; a recovery code does not ask for it
     * @param expected the keys that directory and anchor show for her
     */
    public static PersonalKeys unlock(
            UUID tenantId, UUID personId, Slot slot, Secret secret, Pepper pepper, PublicKeys expected) {
        byte[] seed = Slots.open(slot, tenantId, personId, secret, pepper);
        return new PersonalKeys(tenantId, personId, seed).matching(expected);
    }

    /** The work of an unlock without a vault: whether somebody has one must not show by the time it takes. */
    public static void refuseAtEqualCost(Secret secret) {
        Bytes.wipe(KeyStretching.stretch(secret.bytes(), new byte[KeyStretching.SALT]));
    }

    /** Opens what {@link #lock} left in the session. */
    public static PersonalKeys reopen(LockedSeed locked, BrowserKey key) {
        byte[] place = AssociatedData.session(locked.tenantId(), locked.personId(), locked.nonce());
        byte[] seed = Envelope.openKey(key.value(), place, locked.sealed(), SEED);
        return new PersonalKeys(locked.tenantId(), locked.personId(), seed).matching(locked.expected());
    }

    /** Seals the seed under the browser's key, for the time between two requests. */
    public LockedSeed lock(BrowserKey key) {
        demandOpen();
        byte[] nonce = Bytes.random(NONCE);
        SealedText sealed = Envelope.sealKey(key.value(), AssociatedData.session(tenantId, personId, nonce), seed);
        return new LockedSeed(tenantId, personId, nonce, sealed, publicKeys);
    }

    /**
     * One more way in.
     *
     * @param secret a passphrase, or what {@link RecoveryCode#parse} gave
     * @param pepper the current one; a recovery code does not ask for it
     */
    public Slot addSlot(SlotKind kind, Secret secret, Pepper pepper) {
        demandOpen();
        return Slots.seal(seed, tenantId, personId, kind, secret, pepper);
    }

    public UUID personId() {
        return personId;
    }

    public PublicKeys publicKeys() {
        return publicKeys;
    }

    /** Publishes these keys, self-signed; worth nothing until vouched for or anchored. */
    public DirectoryEntry entry(KeyKind kind, LocalDate day) {
        DirectoryEntry entry = new DirectoryEntry(tenantId, personId, kind, publicKeys, day, Bytes.NONE);
        return entry.signed(sign(entry.payload()));
    }

    /**
     * Vouches for somebody else's keys. Only after the two of them compared the six words, by voice or in person: no code can
     * check that.
     */
    public Vouch vouch(DirectoryEntry entry) {
        if (!entry.tenantId().equals(tenantId) || entry.personId().equals(personId) || !entry.isSound()) {
            throw new VaultException();
        }
        byte[] payload = Vouch.payload(entry.hash(), personId, publicKeys.keyId());
        return new Vouch(entry.hash(), personId, publicKeys.keyId(), sign(payload));
    }

    /** Consents to a list of recipients. */
    public RecipientSignature signRecipients(RecipientListBody body) {
        if (!body.tenantId().equals(tenantId)) {
            throw new VaultException();
        }
        return new RecipientSignature(personId, publicKeys.keyId(), sign(body.payload()));
    }

    /** Her vault for this request; ends when these keys are closed. */
    public Vault vault(Grants grants, ErasureKeys erasureKeys, Directory directory, Clock clock) {
        demandOpen();
        PersonalVault vault = new PersonalVault(this, grants, erasureKeys, directory, clock);
        vaults.add(vault);
        return vault;
    }

    /** Seals her sheet of keys once compared, for herself alone. */
    public SealedText sealPins(int sheetVersion, ClearText pins) {
        byte[] key = pinsKey();
        try {
            return Envelope.sealText(key, AssociatedData.pins(tenantId, personId, sheetVersion), pins);
        } finally {
            Bytes.wipe(key);
        }
    }

    public ClearText openPins(int sheetVersion, SealedText sealed) {
        byte[] key = pinsKey();
        try {
            return Envelope.openText(key, AssociatedData.pins(tenantId, personId, sheetVersion), sealed);
        } finally {
            Bytes.wipe(key);
        }
    }

    byte[] sign(byte[] payload) {
        demandOpen();
        return Signing.sign(signSeed, payload);
    }

    Opener opener() {
        demandOpen();
        return new Opener(personId, publicKeys.keyId(), box);
    }

    private byte[] pinsKey() {
        demandOpen();
        return KeyDerivation.labelled(seed, Labels.PINS);
    }

    private PersonalKeys matching(PublicKeys expected) {
        if (!publicKeys.sameAs(expected)) {
            close();
            throw new KeysDoNotMatch();
        }
        return this;
    }

    private void demandOpen() {
        if (closed) {
            throw new VaultException();
        }
    }

    @Override
    public void close() {
        closed = true;
        vaults.forEach(PersonalVault::close);
        Bytes.wipe(seed, signSeed, box.privateKey());
    }

    @Override
    public String toString() {
        return "PersonalKeys[" + personId + ", redacted]";
    }
}
