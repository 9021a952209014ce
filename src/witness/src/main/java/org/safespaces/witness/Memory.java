package org.safespaces.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What the witness itself remembers, out of the database's reach: the tree it has signed last, in {@code frontier}, and each
 * checkpoint it ever signed, in {@code checkpoints.jsonl}.
 */
final class Memory {
    private final Path frontier;
    private final Path checkpoints;

    Memory(Path folder) {
        this.frontier = folder.resolve("frontier");
        this.checkpoints = folder.resolve("checkpoints.jsonl");
    }

    /** The tree that was signed last; an empty one before the first time. */
    Tree tree() throws IOException {
        if (!Files.exists(frontier)) {
            return new Tree();
        }
        List<String> lines = Files.readAllLines(frontier);
        return Tree.of(Long.parseLong(lines.get(0)), HexFormat.of().parseHex(lines.get(1)));
    }

    /** When it was signed; the beginning of time before the first time. */
    Instant signedAt() throws IOException {
        List<String> lines = Files.exists(frontier) ? Files.readAllLines(frontier) : List.of();
        return lines.size() > 2 ? Instant.parse(lines.get(2)) : Instant.EPOCH;
    }

    /** Both are on disk on return. The tree first: it must never be behind what was given away. */
    void keep(Tree tree, String note, Instant now) throws IOException {
        Path next = frontier.resolveSibling("frontier.next");
        write(
                next,
                tree.size() + "\n" + HexFormat.of().formatHex(tree.edge()) + "\n" + now + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(next, frontier, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        String line = "{\"checkpoint\":\"" + Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8))
                + "\"}\n";
        write(checkpoints, line, StandardOpenOption.APPEND);
    }

    private static void write(Path file, String text, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
