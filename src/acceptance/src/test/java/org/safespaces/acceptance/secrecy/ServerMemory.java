package org.safespaces.acceptance.secrecy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.safespaces.acceptance.support.World;

/** The memory of the running application server, as its own tools write it to a file. */
final class ServerMemory {
    private final Path folder;
    private final long process;
    private final int port;

    ServerMemory(World world) {
        String home = world.stack().application().home().toString();
        this.folder = world.stack().settings().data();
        this.port = world.stack().settings().ports().application();
        this.process = ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("-Djboss.home.dir=" + home))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the server's process was not found"))
                .pid();
    }

    /**
     * What a heap dump shows after two full collections. Objects that nobody refers to any more are written as well, if the
     * collections left any.
     */
    Map<String, Integer> look(Search search) throws IOException, InterruptedException {
        ask("GC.run");
        ask("GC.run");
        Path dump = folder.resolve("heap.hprof");
        Files.deleteIfExists(dump);
        try {
            ask("GC.heap_dump", "-all", dump.toString());
            try (InputStream in = Files.newInputStream(dump)) {
                return search.in(in);
            }
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    /**
     * What stands anywhere in the process's writable memory: freed objects that were not written over yet, buffers outside of the
     * heap. Empty where the system does not let us look.
     */
    Optional<Map<String, Integer>> lookEverywhere(Search search) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + process + "/mem", "r")) {
            for (String region : Files.readAllLines(Path.of("/proc/" + process + "/maps"))) {
                String[] parts = region.split("[- ]", 4);
                if (parts[2].startsWith("rw")) {
                    memory.seek(Long.parseLong(parts[0], 16));
                    long length = Long.parseLong(parts[1], 16) - Long.parseLong(parts[0], 16);
                    search.in(new Region(memory, length))
                            .forEach((what, times) -> found.merge(what, times, Integer::sum));
                }
            }
        } catch (FileNotFoundException | AccessDeniedException notAllowed) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** From where the file stands, so many bytes; ends earlier where a page cannot be read. */
    private static final class Region extends InputStream {
        private final RandomAccessFile memory;
        private long left;

        Region(RandomAccessFile memory, long length) {
            this.memory = memory;
            this.left = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            try {
                int read = left == 0 ? -1 : memory.read(into, from, (int) Math.min(length, left));
                left -= Math.max(0, read);
                return read;
            } catch (IOException unreadable) {
                left = 0;
                return -1;
            }
        }
    }

    /** Is any browser connected, if only to keep a connection for later? */
    boolean hasConnections() {
        String open = String.format(".*:%04X [0-9A-F]+:[0-9A-F]{4} 01 .*", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .anyMatch(connection -> connection.matches(open));
    }

    /** Threads that have handled requests and wait for more. */
    long waitingThreads() {
        try {
            return ask("Thread.print")
                    .lines()
                    .filter(line -> line.startsWith("\"default task-"))
                    .count();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    /** The flags the process runs with, one a line. */
    String flags() throws IOException, InterruptedException {
        return ask("VM.flags", "-all");
    }

    /** How the process was started. */
    String commandLine() {
        return ProcessHandle.of(process).orElseThrow().info().commandLine().orElseThrow();
    }

    private String ask(String... question) throws IOException, InterruptedException {
        String[] command = new String[question.length + 2];
        command[0] = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        command[1] = Long.toString(process);
        System.arraycopy(question, 0, command, 2, question.length);
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!asked.waitFor(2, TimeUnit.MINUTES) || asked.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + answer);
        }
        return answer;
    }
}
