package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Cipher;

/**
 * Seals a backup piece by piece to the practice's public half, and opens it again: HPKE for the key of the file, then AES-256-GCM
 * over pieces of 64 KiB whose nonces count and mark the last one (the STREAM construction).
 *
 * <p>Guarantee: pieces left out, added, exchanged, cut off or taken from another file do not open. Limit: whoever has the public half
 * can make a backup, so what a file says is believed only as far as one knows where it lay. Failure: {@link VaultException}.
 */
public final class BackupSeal implements AutoCloseable {
    /** Every piece but the last has so many bytes. */
    public static final int PIECE = 64 * 1024;

    /** By so many bytes a sealed piece is longer. */
    public static final int TAG = Envelope.TAG;

    private final BackupHead head;
    private final byte[] key;
    private long count;
    private boolean ended;

    private BackupSeal(BackupHead head, byte[] fileKey) {
        this.head = head;
        this.key = streamKey(head, fileKey);
    }

    /** For a new file. */
    public static BackupSeal to(byte[] publicHalf, BackupPart part, Instant made) {
        byte[] fileKey = Bytes.random(Hpke.SECRET);
        try {
            Hpke.Sealed sealed = Hpke.seal(publicHalf, BackupHead.info(part, made), fileKey);
            return new BackupSeal(new BackupHead(part, made.truncatedTo(ChronoUnit.SECONDS), sealed), fileKey);
        } finally {
            Bytes.wipe(fileKey);
        }
    }

    /** For a file that begins so. */
    public static BackupSeal of(BackupKey own, BackupHead head) {
        Hpke.Pair pair = own.pair();
        byte[] fileKey = Bytes.NONE;
        try {
            byte[] info = BackupHead.info(head.part(), head.made());
            fileKey =
                    Hpke.open(pair, info, head.key().encapsulation(), head.key().ciphertext());
            return new BackupSeal(head, fileKey);
        } finally {
            Bytes.wipe(pair.privateKey(), fileKey);
        }
    }

    private static byte[] streamKey(BackupHead head, byte[] fileKey) {
        byte[] prk = Hkdf.extract(Bytes.sha512(head.bytes()), fileKey);
        try {
            return Hkdf.expand(prk, LengthPrefix.of(Labels.BACKUP_STREAM).done(), 32);
        } finally {
            Bytes.wipe(prk);
        }
    }

    /** What the file begins with. */
    public byte[] head() {
        return head.bytes();
    }

    /** The next piece, sealed; after the last there is none. */
    public byte[] seal(byte[] piece, int length, boolean last) {
        return next(Cipher.ENCRYPT_MODE, piece, length, last);
    }

    /** The next piece, in clear. */
    public byte[] open(byte[] sealed, int length, boolean last) {
        return next(Cipher.DECRYPT_MODE, sealed, length, last);
    }

    private byte[] next(int mode, byte[] bytes, int length, boolean last) {
        int least = mode == Cipher.ENCRYPT_MODE ? 0 : TAG;
        int most = least + PIECE;
        if (ended || length < least || length > most || !last && length != most) {
            throw new VaultException();
        }
        byte[] nonce = ByteBuffer.allocate(12)
                .put(new byte[3])
                .putLong(count++)
                .put((byte) (last ? 1 : 0))
                .array();
        ended = last;
        try {
            return Envelope.gcm(mode, key, nonce, Bytes.NONE).doFinal(bytes, 0, length);
        } catch (GeneralSecurityException refused) {
            throw new VaultException();
        }
    }

    @Override
    public void close() {
        Bytes.wipe(key);
    }
}
