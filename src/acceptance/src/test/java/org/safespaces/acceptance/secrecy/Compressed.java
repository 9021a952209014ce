package org.safespaces.acceptance.secrecy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Finds streams that were compressed, wherever in a file they begin, and opens them: gzip, zlib, the entries of a zip. */
final class Compressed {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64 << 20;
    private static final int ZIP_HEADER = 30;

    private Compressed() {}

    /** Hands over what each stream says, as far as it can be read. */
    static void each(byte[] bytes, Consumer<byte[]> look) {
        for (int at = 0; at + SHORTEST < bytes.length; at++) {
            int two = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            if (two == 0x1F8B && bytes[at + 2] == 8) {
                open(look, new ByteArrayInputStream(bytes, at, bytes.length - at), true);
            } else if (bytes[at] == 0x78 && two % 31 == 0 && (two & 0x20) == 0) {
                inflate(look, bytes, at, false);
            } else if (two == 0x504B && bytes[at + 2] == 3 && bytes[at + 3] == 4) {
                int content = at + ZIP_HEADER + u16(bytes, at + 26) + u16(bytes, at + 28);
                if (u16(bytes, at + 8) == 8 && content < bytes.length) {
                    inflate(look, bytes, content, true);
                }
            }
        }
    }

    private static void inflate(Consumer<byte[]> look, byte[] bytes, int at, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            InputStream source = new ByteArrayInputStream(bytes, at, bytes.length - at);
            open(look, new InflaterInputStream(source, inflater), false);
        } finally {
            inflater.end();
        }
    }

    /** Chance looks like a beginning often: what then does not go on is left out. */
    private static void open(Consumer<byte[]> look, InputStream source, boolean gzip) {
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        try (InputStream in = gzip ? new GZIPInputStream(source) : source) {
            for (int read = in.read(block); read >= 0 && opened.size() < LONGEST; read = in.read(block)) {
                opened.write(block, 0, read);
            }
        } catch (IOException noStreamOrItsEnd) {
            // as far as it went
        }
        if (opened.size() >= SHORTEST) {
            look.accept(opened.toByteArray());
        }
    }

    private static int u16(byte[] bytes, int at) {
        return at + 1 < bytes.length ? bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 : 0;
    }
}
