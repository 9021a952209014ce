package org.safespaces.keeper;

import java.io.Console;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the operator types: {@code java -jar keeper.jar print|check|restore|account|backup …}. */
public final class Main {
    // held, or what was set on it could be forgotten
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private Main() {}

    public static void main(String[] arguments) {
        MIGRATIONS.setLevel(Level.WARNING);
        Keeper keeper = new Keeper(System.out, System.getenv(), Main::ask, Clock.systemDefaultZone());
        System.exit(keeper.run(List.of(arguments)));
    }

    private static Optional<String> ask(String what) {
        Console console = System.console();
        return Optional.ofNullable(console)
                .map(open -> open.readPassword("%s: ", what))
                .map(String::new);
    }
}
