package org.safespaces.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The signer of the log as its own process, with a folder for its key and its memory. On a real server it has a user of its own, too. */
final class Witness implements AutoCloseable {
    private static final String NAME = "practice/log";

    private final Settings settings;
    private final Secrets secrets;
    private final String database;
    private final Path folder;
    private Process process;

    Witness(Settings settings, Secrets secrets, String database, Path folder) {
        this.settings = settings;
        this.secrets = secrets;
        this.database = database;
        this.folder = folder;
    }

    void start() throws IOException, InterruptedException {
        if (!Files.exists(settings.witness())) {
            throw new CannotStart("There is no signer of the log to run. Build it with: mvn -Prun");
        }
        if (!Files.exists(folder.resolve("keys.txt"))
                && launch("make-key", folder.toString(), NAME).waitFor() != 0) {
            throw new CannotStart("The signer of the log has no key. Its log tells why: " + log());
        }
        process = launch("sign", folder.toString());
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                ShortLived.compiling(),
                "-jar",
                settings.witness().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("SAFESPACES_PRACTICE_DB", database);
        builder.environment().put("SAFESPACES_WITNESS_PASSWORD", secrets.get("practice_witness"));
        builder.environment().put("SAFESPACES_WITNESS_SECONDS", ShortLived.isSo() ? "3" : "60");
        return builder.start();
    }

    private Path log() {
        return settings.logs().resolve("witness.log");
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
