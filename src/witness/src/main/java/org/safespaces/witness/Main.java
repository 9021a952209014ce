package org.safespaces.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** {@code make-key FOLDER NAME}, {@code sign FOLDER}, {@code verify LOG KEYS [CHECKPOINTS]}. */
public final class Main {
    private static final String USAGE =
            """
            make-key FOLDER NAME             draws a key and keeps it in the folder; keys.txt in it is for others
            sign FOLDER                      signs what the log has become, until it is told to stop; asks the database
                                             SAFESPACES_PRACTICE_DB with the password SAFESPACES_WITNESS_PASSWORD every
                                             SAFESPACES_WITNESS_SECONDS (60)
            verify LOG KEYS [CHECKPOINTS]    checks a log that was handed on; CHECKPOINTS is the signer's own checkpoints.jsonl
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(arguments, System.getenv(), out);
        if (code != 0) {
            Runtime.getRuntime().exit(code);
        }
    }

    /** 0 when all is well, 1 when a log does not hold, 2 when it could not be done. */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) throws InterruptedException {
        String what = arguments.length == 0 ? "" : arguments[0];
        try {
            if ("make-key".equals(what) && arguments.length == 3) {
                SigningKey.draw(arguments[2]).keepIn(Path.of(arguments[1]));
                return 0;
            }
            if ("sign".equals(what) && arguments.length == 2) {
                sign(Path.of(arguments[1]), environment, out);
                return 0;
            }
            if ("verify".equals(what) && (arguments.length == 3 || arguments.length == 4)) {
                return verify(arguments, out);
            }
            out.print(USAGE);
            return 2;
        } catch (IOException | Broken cannot) {
            out.println("This could not be done: " + cannot.getMessage());
            return 2;
        }
    }

    private static int verify(String[] arguments, PrintStream out) throws IOException {
        try (InputStream log = Files.newInputStream(Path.of(arguments[1]));
                InputStream own = arguments.length == 4
                        ? Files.newInputStream(Path.of(arguments[3]))
                        : InputStream.nullInputStream()) {
            Verdict verdict = new Verifier(Keys.from(Path.of(arguments[2]))).verify(log, own);
            out.println(verdict.said());
            return verdict.holds() ? 0 : 1;
        }
    }

    private static void sign(Path folder, Map<String, String> environment, PrintStream out)
            throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        SigningKey key = SigningKey.from(folder);
        Log log = new DatabaseLog(
                environment.getOrDefault("SAFESPACES_PRACTICE_DB", "jdbc:postgresql://localhost:5432/practice"),
                environment.getOrDefault("SAFESPACES_WITNESS_PASSWORD", ""));
        Signer signer = new Signer(log, key, new Memory(folder), said -> out.println(clock.instant() + " " + said));
        long pause = Long.parseLong(environment.getOrDefault("SAFESPACES_WITNESS_SECONDS", "60")) * 1000;
        out.println(clock.instant() + " signing as " + key.name().line());
        while (!Thread.currentThread().isInterrupted()) {
            try {
                signer.turn(clock.instant());
            } catch (SQLException noAnswer) {
                out.println(clock.instant() + " the database does not answer: " + noAnswer.getSQLState());
            } catch (IOException noDisk) {
                out.println(clock.instant() + " what was signed cannot be kept: " + noDisk.getMessage());
            }
            Thread.sleep(pause);
        }
    }
}
