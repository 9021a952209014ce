package org.safespaces.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The verifier in Python, one process for many logs. */
final class SecondVerifier implements AutoCloseable {
    static final Path SCRIPT = Path.of("src/main/python/audit_verify.py").toAbsolutePath();

    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;

    SecondVerifier(Path keys) throws IOException {
        process = started(SCRIPT.toString(), "--many", keys.toString());
        in = process.getOutputStream();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Fails with what to do about it where there is no Python: a build that tries one verifier only proves less than it says. */
    static Process started(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            throw new IOException(
                    "python3 is needed: the second verifier of the log is written in it. Install the package python3.",
                    missing);
        }
    }

    String verdict(byte[] log, byte[] own) throws IOException {
        in.write((log.length + " " + own.length + "\n").getBytes(StandardCharsets.US_ASCII));
        in.write(log);
        in.write(own);
        in.flush();
        String said = out.readLine();
        if (said == null) {
            throw new IOException("the second verifier has ended");
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}
