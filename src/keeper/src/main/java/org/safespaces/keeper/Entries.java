package org.safespaces.keeper;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup's inside: an archive as any tool unpacks it, whose last entry says what the others were. */
final class Entries {
    private final ZipOutputStream zip;
    private final List<Contents.Entry> written = new ArrayList<>();

    Entries(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // sealed text does not get smaller; what shrinks is its hexadecimal spelling, and that quickly
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** What writes one entry and says how many rows it has written. */
    @FunctionalInterface
    interface Source {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    void add(String name, Source source) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(new StaysOpen(zip));
        long rows = source.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        written.add(new Contents.Entry(name, rows, counted.bytes, counted.hash()));
    }

    void text(String name, String text) throws IOException, SQLException {
        add(name, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        });
    }

    /** Writes the list of contents, and the end. */
    Contents finish() throws IOException {
        Contents contents = new Contents(List.copyOf(written));
        zip.putNextEntry(new ZipEntry(Contents.NAME));
        zip.write(contents.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return contents;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static final class Counted extends DigestOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out, sha256());
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            super.write(some, from, length);
            bytes += length;
        }

        String hash() {
            return HexFormat.of().formatHex(getMessageDigest().digest());
        }
    }

    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
        }

        @Override
        public void close() {
            // one entry has ended, not the archive
        }
    }
}
