package org.safespaces.devstack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Says on the console what is being done, and how long it took. */
public final class Progress {
    private final PrintStream out;
    private final Instant begun = Instant.now();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Does a step, and says so before and after. */
    <T> T step(String what, Step<T> step) {
        Instant from = Instant.now();
        say("  " + what + " ...");
        try {
            T result = step.run();
            say("  " + what + ": done in " + seconds(from));
            return result;
        } catch (CannotStart cannot) {
            throw cannot;
        } catch (Exception failure) {
            throw new CannotStart(what + " did not work: " + failure.getMessage(), failure);
        }
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    String sinceBeginning() {
        return seconds(begun);
    }

    private static String seconds(Instant from) {
        return String.format("%.1f s", Duration.between(from, Instant.now()).toMillis() / 1000.0);
    }

    /** One thing to do. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws Exception;
    }
}
