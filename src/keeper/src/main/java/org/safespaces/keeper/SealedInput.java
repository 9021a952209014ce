package org.safespaces.keeper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.safespaces.vault.BackupHead;
import org.safespaces.vault.BackupKey;
import org.safespaces.vault.BackupSeal;

/** Opens what {@link SealedOutput} sealed. It hands out nothing of a piece that does not verify, and ends only after the last one. */
final class SealedInput extends InputStream {
    private final InputStream file;
    private final BackupHead head;
    private final BackupSeal seal;
    private byte[] sealed = new byte[BackupSeal.PIECE + BackupSeal.TAG];
    private byte[] ahead = new byte[BackupSeal.PIECE + BackupSeal.TAG];
    private int aheadLength;
    private byte[] piece = new byte[0];
    private int at;
    private boolean last;

    SealedInput(InputStream file, BackupKey key) throws IOException {
        this.file = file;
        this.head = BackupHead.read(file.readNBytes(BackupHead.LENGTH));
        this.seal = BackupSeal.of(key, head);
        this.aheadLength = file.readNBytes(ahead, 0, ahead.length);
    }

    BackupHead head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, taken);
        at += taken;
        return taken;
    }

    /** Which piece is the last shows by there being nothing after it; the seal has to agree. */
    private void next() throws IOException {
        byte[] spare = sealed;
        sealed = ahead;
        int length = aheadLength;
        ahead = spare;
        aheadLength = length < sealed.length ? 0 : file.readNBytes(ahead, 0, ahead.length);
        last = aheadLength == 0;
        Arrays.fill(piece, (byte) 0);
        piece = seal.open(sealed, length, last);
        at = 0;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(piece, (byte) 0);
        seal.close();
        file.close();
    }
}
