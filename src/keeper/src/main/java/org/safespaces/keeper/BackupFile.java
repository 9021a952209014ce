package org.safespaces.keeper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.safespaces.vault.BackupHead;
import org.safespaces.vault.BackupPart;
import org.safespaces.vault.BackupSeal;
import org.safespaces.vault.VaultException;

/**
 * One file of a backup while it is written: for its owner only, under another name until it is whole. A name says when and which of
 * the two, and nothing of what the practice helps with.
 */
final class BackupFile implements AutoCloseable {
    static final String SUFFIX = ".backup";
    static final String UNFINISHED = ".unfinished";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path target;
    private final Path unfinished;
    private final SealedOutput output;
    private boolean whole;

    private BackupFile(Path target, Path unfinished, SealedOutput output) {
        this.target = target;
        this.unfinished = unfinished;
        this.output = output;
    }

    static Path named(Path folder, BackupPart part, Instant made) {
        return folder.resolve(NAME.format(made) + "-" + part.name().toLowerCase(Locale.ROOT) + SUFFIX);
    }

    /** Throws when there is a file of that name already. */
    static BackupFile begin(Path target, byte[] publicHalf, BackupPart part, Instant made) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            OutputStream file =
                    new BufferedOutputStream(Files.newOutputStream(unfinished, StandardOpenOption.SYNC), 1 << 20);
            return new BackupFile(target, unfinished, new SealedOutput(file, BackupSeal.to(publicHalf, part, made)));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(unfinished);
            throw failure;
        }
    }

    SealedOutput output() {
        return output;
    }

    /** It has been written to its end; it gets its name. */
    void finish() throws IOException {
        output.close();
        Files.move(unfinished, target);
        whole = true;
    }

    /** What is not whole goes. */
    @Override
    public void close() throws IOException {
        try {
            if (!whole) {
                output.abandon();
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What a file says of itself, without any key; empty when it is no backup of ours. */
    static Optional<BackupHead> head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(BackupHead.read(in.readNBytes(BackupHead.LENGTH)));
        } catch (VaultException notOurs) {
            return Optional.empty();
        }
    }
}
