package org.safespaces.vault;

/** The two halves of an enquiry, each of one size whether full or empty, and their keys for those who receive it. */
final class IntakeSeal {
    static final int CLINICAL_SIZE = 32 * 1024;
    static final int IDENTITY_SIZE = 4 * 1024;

    private IntakeSeal() {}

    static int sizeOf(Compartment half) {
        return half == Compartment.CLINICAL ? CLINICAL_SIZE : IDENTITY_SIZE;
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

    static ClearText open(SealedIntake intake, Compartment half, Opener opener, ErasureKey ek) {
        if (ek == null || !ek.id().equals(intake.ekId())) {
            throw new VaultException();
        }
        byte[] secret = secret(intake, half, opener);
        byte[] key = KeyDerivation.intakeKey(secret, ek, intake.tenantId(), intake.intakeId(), half);
        try {
            byte[] place = AssociatedData.intake(intake.tenantId(), intake.intakeId(), half, intake.listVersion());
            SealedText text = half == Compartment.CLINICAL ? intake.clinical() : intake.identity();
            return Envelope.openText(key, place, text, sizeOf(half));
        } finally {
            Bytes.wipe(secret, key);
        }
    }

    private static byte[] secret(SealedIntake intake, Compartment half, Opener opener) {
        IntakeWrap wrap = intake.wraps().stream()
                .filter(each -> each.isFor(half, opener.id(), opener.keyId()))
                .findFirst()
                .orElseThrow(VaultException::new);
        byte[] info = SealInfo.intake(
                intake.tenantId(), intake.intakeId(), half, intake.listVersion(), opener.id(), opener.keyId());
        return Hpke.open(opener.box(), info, wrap.encapsulation(), wrap.ciphertext());
    }
}
