package org.safespaces.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Every key that is derived from another (vault.md 5.2), one method a row. What comes back belongs to the caller, who wipes it. */
final class KeyDerivation {
    private static final int KEY = 32;

    private KeyDerivation() {}

    static byte[] phraseSlotKey(byte[] stretched, Pepper pepper, UUID personId, UUID slotId) {
        byte[] ids = LengthPrefix.of(Labels.PEPPER).id(personId).id(slotId).done();
        byte[] salt = hmac("HmacSHA512", pepper.value(), ids);
        return Hkdf.derive(stretched, salt, Bytes.ascii(Labels.SLOT_PHRASE), KEY);
    }

    static byte[] codeSlotKey(byte[] code, UUID personId, UUID slotId) {
        byte[] info = LengthPrefix.of(Labels.SLOT_CODE).id(personId).id(slotId).done();
        return Hkdf.derive(code, Bytes.NONE, info, KEY);
    }

    /** A key straight from a secret, told apart by its label alone: box, sign, pins, and those of a return code. */
    static byte[] labelled(byte[] secret, String label) {
        return Hkdf.derive(secret, Bytes.NONE, Bytes.ascii(label), KEY);
    }

    static byte[] caseKey(byte[] caseSecret, ErasureKey ek, CasePart part, int epoch) {
        byte[] info = LengthPrefix.of(Labels.CASE_KEY).part(part).u32(epoch).done();
        return Hkdf.derive(caseSecret, ek.value(), info, KEY);
    }

    static byte[] intakeKey(byte[] secret, ErasureKey ek, UUID tenantId, UUID intakeId, Compartment compartment) {
        byte[] info = LengthPrefix.of(Labels.INTAKE_KEY)
                .id(tenantId)
                .id(intakeId)
                .u8(compartment.code())
                .done();
        return Hkdf.derive(secret, ek.value(), info, KEY);
    }

    static byte[] inwardKey(byte[] secret, ErasureKey ek, CasePart part, UUID itemId) {
        byte[] info = LengthPrefix.of(Labels.INWARD_KEY).part(part).id(itemId).done();
        return Hkdf.derive(secret, ek.value(), info, KEY);
    }

    static byte[] messageKey(
            byte[] secret, ErasureKey ek, UUID tenantId, UUID intakeId, UUID messageId, MessageKind kind) {
        String label = kind == MessageKind.FOR_COLLEAGUES ? Labels.COLLEAGUES_KEY : Labels.MESSAGE_KEY;
        byte[] info = LengthPrefix.of(label)
                .id(tenantId)
                .id(intakeId)
                .id(messageId)
                .u8(kind.code())
                .done();
        return Hkdf.derive(secret, ek.value(), info, KEY);
    }

    static byte[] codeDraftKey(byte[] draftKey, ErasureKey ek) {
        return Hkdf.derive(draftKey, ek.value(), Bytes.ascii(Labels.CODE_DRAFT), KEY);
    }

    static byte[] codeSalt(Pepper pepper) {
        return Arrays.copyOf(hmac("HmacSHA512", pepper.value(), Bytes.ascii(Labels.CODE_SALT)), KeyStretching.SALT);
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
