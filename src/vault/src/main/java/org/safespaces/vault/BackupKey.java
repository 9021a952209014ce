package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The half of the practice's backup key that opens. It lives on paper; the server has the other half alone, so whoever takes the
 * server cannot read the backups it made before.
 *
 * <p>Guarantee: what is read back is what was printed, or {@link SheetDoesNotRead}; each line carries a check of its own, as on the
 * escrow sheet. Limit: lost paper is lost backups, so there are two copies.
 */
public final class BackupKey implements AutoCloseable {
    private static final String NAME = "backup";
    private static final int VERSION = 1;
    private static final int SEED = 32;
    private static final int LINE = 8;
    private static final int CHECK = 2;

    private final byte[] seed;

    private BackupKey(byte[] seed) {
        this.seed = seed;
    }

    /** A fresh one. */
    public static BackupKey draw() {
        return new BackupKey(Bytes.random(SEED));
    }

    /** Four lines, as they are printed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        List<String> lines = EscrowSheet.lines(NAME, VERSION, seed);
        for (int i = 0; i < lines.size(); i++) {
            text.append("  ").append(i + 1).append("  ").append(lines.get(i)).append('\n');
        }
        return text.toString();
    }

    /** Reads the four lines as typed, whatever their case, spaces and hyphens; lines that begin with # are passed over. */
    public static BackupKey read(String typed) {
        ByteBuffer seed = ByteBuffer.allocate(SEED);
        int number = 0;
        for (String line : typed.lines().toList()) {
            number++;
            String said = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                seed.put(part(said, seed, number));
            }
        }
        if (seed.hasRemaining()) {
            throw new SheetDoesNotRead(0);
        }
        return new BackupKey(seed.array());
    }

    private static byte[] part(String said, ByteBuffer before, int number) {
        if (!before.hasRemaining()) {
            throw new SheetDoesNotRead(number);
        }
        int line = before.position() / LINE + 1;
        String code = EscrowSheet.typedCode(said.replaceFirst("^" + line + "\\s+", ""), (LINE + CHECK) * 8 / 5, number);
        byte[] bytes = EscrowSheet.decode(code);
        byte[] part = Arrays.copyOf(bytes, LINE);
        byte[] check = Arrays.copyOfRange(bytes, LINE, bytes.length);
        if (!Bytes.same(EscrowSheet.check(NAME, VERSION, line, part), check)) {
            throw new SheetDoesNotRead(number);
        }
        return part;
    }

    /** The half that the server may have: it seals and opens nothing. */
    public byte[] publicHalf() {
        return pair().publicKey();
    }

    /** By this a person tells which public half and which sheet belong together. */
    public static String fingerprint(byte[] publicHalf) {
        byte[] hash = Bytes.sha256(
                LengthPrefix.of(Labels.BACKUP_KEY).bytes(publicHalf).done());
        return HexFormat.ofDelimiter("-").formatHex(hash, 0, 8);
    }

    Hpke.Pair pair() {
        return Hpke.derive(seed);
    }

    @Override
    public void close() {
        Bytes.wipe(seed);
    }

    @Override
    public String toString() {
        return "BackupKey[redacted]";
    }
}
