package org.safespaces.keeper;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.safespaces.vault.BackupHead;
import org.safespaces.vault.BackupKey;

/** Reads one file of a backup from its first byte to its last, and does not return before everything has been compared with its contents. */
final class Reading {
    /** The entry with the migrations that made the tables. */
    static final String SCHEMA = "schema";

    private final PrintStream out;
    private final Clock clock;
    private final BackupKey key;

    Reading(PrintStream out, Clock clock, BackupKey key) {
        this.out = out;
        this.clock = clock;
        this.key = key;
    }

    /** What a file is, and what was found in it. */
    record Found(BackupHead head, Contents contents) {}

    /** Gets each entry but the last, in the order they lie in. */
    @FunctionalInterface
    interface Visitor {
        void entry(String name, InputStream in) throws IOException, SQLException;
    }

    Found read(Path file, String what, Visitor visitor) throws IOException, SQLException {
        Progress progress = new Progress(out, clock, what, Files.size(file));
        try (SealedInput sealed = new SealedInput(
                        new Watched(new BufferedInputStream(Files.newInputStream(file)), progress), key);
                ZipInputStream zip = new ZipInputStream(sealed, StandardCharsets.UTF_8)) {
            Contents contents = entries(zip, visitor);
            // the seal of the last piece is part of the answer
            sealed.transferTo(OutputStream.nullOutputStream());
            return new Found(sealed.head(), contents);
        } catch (ZipException damaged) {
            throw new NotWhole("its archive does not read");
        }
    }

    private static Contents entries(ZipInputStream zip, Visitor visitor) throws IOException, SQLException {
        List<Contents.Entry> seen = new ArrayList<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(Contents.NAME)) {
                Contents contents = Contents.read(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                if (!contents.entries().equals(seen)) {
                    throw new NotWhole("what lies in it is not what its list of contents says");
                }
                return contents;
            }
            Counted counted = new Counted(zip);
            visitor.entry(entry.getName(), counted);
            counted.transferTo(OutputStream.nullOutputStream());
            seen.add(counted.as(entry.getName()));
        }
        throw new NotWhole("it has no list of contents");
    }

    private static final class Counted extends DigestInputStream {
        private long bytes;
        private long lines;

        Counted(InputStream in) {
            super(in, Entries.sha256());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int count = super.read(some, from, length);
            for (int i = from; i < from + count; i++) {
                if (some[i] == '\n') {
                    lines++;
                }
            }
            bytes += Math.max(count, 0);
            return count;
        }

        @Override
        public void close() {
            // one entry has ended, not the archive
        }

        /** A table's first line names its columns. */
        Contents.Entry as(String name) {
            long rows = name.startsWith(Contents.TABLES) ? lines - 1 : 0;
            return new Contents.Entry(
                    name,
                    rows,
                    bytes,
                    HexFormat.of().formatHex(getMessageDigest().digest()));
        }
    }

    private static final class Watched extends FilterInputStream {
        private final Progress progress;
        private long done;

        Watched(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int count = super.read(some, from, length);
            done += Math.max(count, 0);
            progress.at(done);
            return count;
        }
    }
}
