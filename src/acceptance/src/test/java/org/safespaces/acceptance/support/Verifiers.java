package org.safespaces.acceptance.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Both verifiers of a log, as whoever was given the file would run them. */
public final class Verifiers {
    private Verifiers() {}

    /**
     * Whether the log holds, of which both are of one mind.
     *
     * @param signer the folder of the signer: its key, and its own list as it was when the log was taken
     */
    public static boolean hold(Path log, Path signer) {
        Path root = World.running().root();
        List<String> files = List.of(
                log.toString(),
                signer.resolve("keys.txt").toString(),
                signer.resolve("checkpoints.jsonl").toString());
        String one = said(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                List.of("-jar", root.resolve("src/witness/target/witness.jar").toString(), "verify"),
                files);
        String other = said(
                "python3",
                List.of(root.resolve("src/witness/src/main/python/audit_verify.py")
                        .toString()),
                files);
        assertEquals(one.startsWith("PASS"), other.startsWith("PASS"), one + " / " + other);
        return one.startsWith("PASS");
    }

    private static String said(String program, List<String> before, List<String> files) {
        List<String> command = new java.util.ArrayList<>(List.of(program));
        command.addAll(before);
        command.addAll(files);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assertEquals(said.startsWith("PASS") ? 0 : 1, code, said);
            return said;
        } catch (IOException cannot) {
            throw new UncheckedIOException(program + " is needed to verify a log", cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
