package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * What stands at the beginning of a backup's file, readable without any key: what it holds and when it was made. Both are bound into
 * the seal: a file whose head was altered does not open.
 */
public final class BackupHead {
    /** How many bytes it has. */
    public static final int LENGTH = 4 + 1 + 1 + 8 + Hpke.KEY + Hpke.CIPHERTEXT;

    private static final byte[] MAGIC = Bytes.ascii("SSB1");
    private static final byte SUITE = 1;

    private final BackupPart part;
    private final Instant made;
    private final Hpke.Sealed key;

    BackupHead(BackupPart part, Instant made, Hpke.Sealed key) {
        this.part = part;
        this.made = made;
        this.key = key;
    }

    /** Reads one; {@link VaultException} when this is no backup of ours. */
    public static BackupHead read(byte[] bytes) {
        if (bytes.length != LENGTH || !Arrays.equals(bytes, 0, 4, MAGIC, 0, 4) || bytes[4] != SUITE) {
            throw new VaultException();
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, 5, LENGTH - 5);
        BackupPart part = BackupPart.of(rest.get());
        long made = rest.getLong();
        byte[] encapsulation = new byte[Hpke.KEY];
        byte[] ciphertext = new byte[Hpke.CIPHERTEXT];
        rest.get(encapsulation).get(ciphertext);
        try {
            return new BackupHead(part, Instant.ofEpochSecond(made), new Hpke.Sealed(encapsulation, ciphertext));
        } catch (java.time.DateTimeException noTime) {
            throw new VaultException();
        }
    }

    public BackupPart part() {
        return part;
    }

    /** To the second. */
    public Instant made() {
        return made;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(SUITE)
                .put((byte) part.code())
                .putLong(made.getEpochSecond())
                .put(key.encapsulation())
                .put(key.ciphertext())
                .array();
    }

    Hpke.Sealed key() {
        return key;
    }

    static byte[] info(BackupPart part, Instant made) {
        return LengthPrefix.of(Labels.BACKUP)
                .u8(SUITE)
                .u8(part.code())
                .i64(made.getEpochSecond())
                .done();
    }
}
