package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one container of everything sealed with a symmetric key (vault.md 5.1): magic, suite, salt, commitment, AES-256-GCM.
 *
 * <p>Guarantee: opens only under the key <em>and</em> the associated data it was sealed with; the commitment makes that a single
 * pair, which GCM alone does not. Limit: whoever holds the key can seal. Failure: {@link VaultException}, for anything.
 */
final class Envelope {
    enum Kind {
        /** Text, padded to a size class. */
        TEXT("TPE1"),
        /** A key or an identifier of 32 or 16 bytes, unpadded. */
        KEY("TKE1");

        private final String magic;

        Kind(String magic) {
            this.magic = magic;
        }

        byte[] magic() {
            return Bytes.ascii(magic);
        }
    }

    static final int SALT = 5;
    static final int COMMITMENT = 37;
    static final int CIPHERTEXT = 69;
    static final int TAG = 16;

    private static final int HASH = 32;
    private static final byte SUITE = 1;

    private Envelope() {}

    /** Seals a text into the smallest class that holds it. */
    static SealedText sealText(byte[] key, byte[] aad, ClearText text) {
        return sealText(key, aad, text, Padding.classFor(text.utf8().length));
    }

    /** Seals a text into exactly this class; {@link TextTooLong} when it does not fit. */
    static SealedText sealText(byte[] key, byte[] aad, ClearText text, int size) {
        byte[] padded = Padding.fill(text.utf8(), size);
        try {
            return seal(Kind.TEXT, key, aad, padded, Bytes.random(HASH));
        } finally {
            Bytes.wipe(padded);
        }
    }

    /** Opens a text of any class. */
    static ClearText openText(byte[] key, byte[] aad, SealedText sealed) {
        int size = sealed.bytes().length - CIPHERTEXT - TAG;
        if (!Padding.isClass(size)) {
            throw new VaultException();
        }
        return openText(key, aad, sealed, size);
    }

    /** Opens a text of exactly this class. */
    static ClearText openText(byte[] key, byte[] aad, SealedText sealed, int size) {
        byte[] padded = open(Kind.TEXT, key, aad, sealed.bytes(), size);
        try {
            return ClearText.owning(Padding.strip(padded));
        } finally {
            Bytes.wipe(padded);
        }
    }

    /** Seals 32 or 16 bytes. */
    static SealedText sealKey(byte[] key, byte[] aad, byte[] secret) {
        if (secret.length != 32 && secret.length != 16) {
            throw new VaultException();
        }
        return seal(Kind.KEY, key, aad, secret, Bytes.random(HASH));
    }

    /** Opens exactly so many bytes; the caller owns and wipes them. */
    static byte[] openKey(byte[] key, byte[] aad, SealedText sealed, int length) {
        return open(Kind.KEY, key, aad, sealed.bytes(), length);
    }

    /** With the salt handed in, for frozen vectors only: a salt used twice under one key breaks GCM. */
    static SealedText seal(Kind kind, byte[] key, byte[] aad, byte[] plain, byte[] salt) {
        try (Keys keys = Keys.derive(kind, key, aad, salt)) {
            byte[] ciphertext = keys.cipher(Cipher.ENCRYPT_MODE).doFinal(plain);
            return new SealedText(ByteBuffer.allocate(CIPHERTEXT + ciphertext.length)
                    .put(kind.magic())
                    .put(SUITE)
                    .put(salt)
                    .put(keys.commitment)
                    .put(ciphertext)
                    .array());
        } catch (GeneralSecurityException refused) {
            throw new VaultException();
        }
    }

    private static byte[] open(Kind kind, byte[] key, byte[] aad, byte[] envelope, int length) {
        if (envelope.length != CIPHERTEXT + length + TAG
                || !Arrays.equals(envelope, 0, 4, kind.magic(), 0, 4)
                || envelope[4] != SUITE) {
            throw new VaultException();
        }
        byte[] salt = Arrays.copyOfRange(envelope, SALT, COMMITMENT);
        try (Keys keys = Keys.derive(kind, key, aad, salt)) {
            // Before GCM touches anything: a ciphertext built to open under two keys is refused here.
            if (!Bytes.same(keys.commitment, Arrays.copyOfRange(envelope, COMMITMENT, CIPHERTEXT))) {
                throw new VaultException();
            }
            return keys.cipher(Cipher.DECRYPT_MODE).doFinal(envelope, CIPHERTEXT, length + TAG);
        } catch (GeneralSecurityException refused) {
            throw new VaultException();
        }
    }

    /** The one place where GCM is asked for, so that published vectors run through the same call. */
    static Cipher gcm(int mode, byte[] key, byte[] iv, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, iv));
        cipher.updateAAD(associated);
        return cipher;
    }

    /** Everything one message needs, drawn from key, context and salt. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Keys(byte[] hash, byte[] encryption, byte[] iv, byte[] commitment) implements AutoCloseable {
        static Keys derive(Kind kind, byte[] key, byte[] aad, byte[] salt) {
            if (key.length != 32) {
                throw new VaultException();
            }
            byte[] hash = Bytes.sha512(
                    LengthPrefix.of(kind.magic).u8(SUITE).bytes(aad).done());
            byte[] prk = Hkdf.extract(salt, key);
            try {
                return new Keys(
                        hash,
                        expand(prk, Labels.ENVELOPE_KEY, hash, 32),
                        expand(prk, Labels.ENVELOPE_IV, hash, 12),
                        expand(prk, Labels.ENVELOPE_COMMITMENT, hash, HASH));
            } finally {
                Bytes.wipe(prk);
            }
        }

        private static byte[] expand(byte[] prk, String label, byte[] hash, int length) {
            return Hkdf.expand(prk, LengthPrefix.of(label).bytes(hash).done(), length);
        }

        Cipher cipher(int mode) throws GeneralSecurityException {
            return gcm(mode, encryption, iv, hash);
        }

        @Override
        public void close() {
            Bytes.wipe(encryption, iv);
        }
    }
}
