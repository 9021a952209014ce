package org.safespaces.vault;

import java.util.List;
import java.util.UUID;

/** The two halves of one enquiry, each of one size whether full or empty, and their keys for those who receive it. */
final class IntakeSeal {
    static final int CLINICAL_SIZE = 32 * 1024;
    static final int IDENTITY_SIZE = 4 * 1024;

    private final UUID tenantId;
    private final UUID intakeId;
    private final int listVersion;
    private final ErasureKey ek;

    IntakeSeal(UUID tenantId, UUID intakeId, int listVersion, ErasureKey ek) {
        this.tenantId = tenantId;
        this.intakeId = intakeId;
        this.listVersion = listVersion;
        this.ek = ek;
    }

    /** Seals one half under a fresh secret, and that to each; adds the wraps to those there are. */
    SealedText half(
            Compartment half, byte[] secret, ClearText text, List<Addressee> recipients, List<IntakeWrap> wraps) {
        byte[] key = KeyDerivation.intakeKey(secret, ek, tenantId, intakeId, half);
        try {
            recipients.forEach(each -> wraps.add(wrap(half, each, secret)));
            return Envelope.sealText(key, place(half), text, sizeOf(half));
        } finally {
            Bytes.wipe(key);
        }
    }

    /** Both halves, for somebody they were sealed to. */
    static IntakeText open(SealedIntake intake, Opener opener, ErasureKey ek) {
        ClearText clinical = open(intake, Compartment.CLINICAL, opener, ek);
        try {
            return new IntakeText(clinical, open(intake, Compartment.IDENTITY, opener, ek));
        } catch (VaultException halfOnly) {
            clinical.close();
            throw halfOnly;
        }
    }

    /** One half. */
    static ClearText open(SealedIntake intake, Compartment half, Opener opener, ErasureKey ek) {
        if (ek == null) {
            throw new VaultException();
        }
        IntakeSeal seal = new IntakeSeal(intake.tenantId(), intake.intakeId(), intake.listVersion(), ek);
        byte[] secret = seal.secret(intake.wraps(), half, opener);
        byte[] key = KeyDerivation.intakeKey(secret, ek, intake.tenantId(), intake.intakeId(), half);
        try {
            SealedText text = half == Compartment.CLINICAL ? intake.clinical() : intake.identity();
            return Envelope.openText(key, seal.place(half), text, sizeOf(half));
        } finally {
            Bytes.wipe(secret, key);
        }
    }

    /** The key of one half for somebody else as well, by whoever opens it; no erasure key is needed to pass it on. */
    static IntakeWrap passOn(SealedIntake intake, Compartment half, Opener opener, Addressee to) {
        IntakeSeal seal = new IntakeSeal(intake.tenantId(), intake.intakeId(), intake.listVersion(), null);
        byte[] secret = seal.secret(intake.wraps(), half, opener);
        try {
            return seal.wrap(half, to, secret);
        } finally {
            Bytes.wipe(secret);
        }
    }

    /** The secret of one half, for somebody it was sealed to; who asks wipes it. */
    byte[] secret(List<IntakeWrap> wraps, Compartment half, Opener opener) {
        IntakeWrap wrap = wraps.stream()
                .filter(each -> each.isFor(half, opener.id(), opener.keyId()))
                .findFirst()
                .orElseThrow(VaultException::new);
        byte[] secret = Hpke.open(
                opener.box(), info(half, opener.id(), opener.keyId()), wrap.encapsulation(), wrap.ciphertext());
        Addressee me = new Addressee(opener.id(), opener.keyId(), opener.box().publicKey());
        if (!Bytes.same(proof(half, me, secret), wrap.proof())) {
            Bytes.wipe(secret);
            throw new VaultException();
        }
        return secret;
    }

    private IntakeWrap wrap(Compartment half, Addressee to, byte[] secret) {
        Hpke.Sealed seal = Hpke.seal(to.boxKey(), info(half, to.id(), to.keyId()), secret);
        return new IntakeWrap(
                half, to.id(), to.keyId(), seal.encapsulation(), seal.ciphertext(), proof(half, to, secret));
    }

    /**
     * Whether a code was let in by somebody who knew the key of her words: at Send, or by the code before it. A row that somebody
     * put into the database is not: he cannot make the proof.
     */
    static boolean admits(SealedIntake intake, Opener opener, CodeKeys code) {
        Compartment half = Compartment.CLINICAL;
        IntakeSeal seal = new IntakeSeal(intake.tenantId(), intake.intakeId(), intake.listVersion(), null);
        Addressee to = Addressee.of(code);
        byte[] secret = seal.secret(intake.wraps(), half, opener);
        try {
            byte[] proof = seal.proof(half, to, secret);
            return intake.wraps().stream()
                    .filter(wrap -> wrap.isFor(half, to.id(), to.keyId()))
                    .anyMatch(wrap -> Bytes.same(proof, wrap.proof()));
        } finally {
            Bytes.wipe(secret);
        }
    }

    /** Over the whole key of a code, and not its short id alone; a person is vouched for, and needs none. */
    private byte[] proof(Compartment half, Addressee to, byte[] secret) {
        if (!to.isCode()) {
            return Bytes.NONE;
        }
        byte[] key = KeyDerivation.labelled(secret, Labels.CODE_LET_IN);
        try {
            byte[] said = LengthPrefix.of(Labels.CODE_LET_IN)
                    .bytes(info(half, to.id(), to.keyId()))
                    .bytes(to.boxKey())
                    .done();
            return KeyDerivation.hmac("HmacSHA512", key, said);
        } finally {
            Bytes.wipe(key);
        }
    }

    private byte[] info(Compartment half, UUID recipientId, UUID recipientKeyId) {
        return SealInfo.intake(tenantId, intakeId, half, listVersion, recipientId, recipientKeyId);
    }

    private byte[] place(Compartment half) {
        return AssociatedData.intake(tenantId, intakeId, half, listVersion);
    }

    private static int sizeOf(Compartment half) {
        return half == Compartment.CLINICAL ? CLINICAL_SIZE : IDENTITY_SIZE;
    }
}
