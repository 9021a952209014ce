package org.safespaces.keeper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.safespaces.vault.BackupSeal;

/** Seals what is written to it, piece by piece. Closing it writes the last piece: a file without one does not open. */
final class SealedOutput extends OutputStream {
    private final OutputStream file;
    private final BackupSeal seal;
    private final byte[] piece = new byte[BackupSeal.PIECE];
    private int held;
    private boolean closed;

    SealedOutput(OutputStream file, BackupSeal seal) throws IOException {
        this.file = file;
        this.seal = seal;
        file.write(seal.head());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (held == piece.length) {
                file.write(seal.seal(piece, held, false));
                held = 0;
            }
            int taken = Math.min(left, piece.length - held);
            System.arraycopy(bytes, at, piece, held, taken);
            held += taken;
            at += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (file;
                    seal) {
                file.write(seal.seal(piece, held, true));
            } finally {
                Arrays.fill(piece, (byte) 0);
            }
        }
    }

    /** Lets the file go without a last piece, so that what was written so far can never pass for a whole. */
    void abandon() throws IOException {
        closed = true;
        Arrays.fill(piece, (byte) 0);
        seal.close();
        file.close();
    }
}
