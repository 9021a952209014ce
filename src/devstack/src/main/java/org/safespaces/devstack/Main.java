package org.safespaces.devstack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Prun}: starts the stack, says where everything is, and runs until it is told to stop. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(System.getProperty("safespaces.root", "."))
                .toAbsolutePath()
                .normalize();
        Progress progress = new Progress(System.out);
        Settings settings = Settings.development(root);
        Stack stack = new Stack(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            progress.say("\nStopping ...");
            stack.close();
            progress.say(
                    "Everything has stopped. Data stays in " + settings.data().getFileName() + " for the next time.");
        }));
        progress.say("\nSafe Spaces, on this machine\n");
        try {
            stack.start();
        } catch (CannotStart cannot) {
            progress.say("\nIt could not start.\n" + cannot.getMessage() + "\n");
            // a person needs the sentence above, not the build's stack trace below it
            Runtime.getRuntime().exit(1);
        }
        Greeting.print(stack, progress);
        // until the process is told to end; returning would let the build go on to the next module
        new CountDownLatch(1).await();
    }
}
