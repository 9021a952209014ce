package org.safespaces.keeper;

import java.io.Console;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the operator types: {@code java -jar keeper.jar print|check|restore …}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
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
