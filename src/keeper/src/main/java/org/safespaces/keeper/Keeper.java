package org.safespaces.keeper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.safespaces.vault.Column;
import org.safespaces.vault.EscrowSheet;
import org.safespaces.vault.EscrowSheet.Kind;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.SheetDoesNotRead;
import org.safespaces.vault.VaultException;

/**
 * Prints, checks and reads back the escrow sheet; makes, checks and restores backups. Answers 0 when it is done, 1 when it could not be, 2 when it was not asked
 * rightly. Secrets leave it only on the sheets that it prints and in the store that {@code restore} makes.
 */
public final class Keeper {
    private static final Set<String> TABLES = Set.of("therapist", "client");
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE =
            """
            keeper print   STORE           prints the escrow sheet of a credential store
            keeper check   STORE SHEET     compares a typed sheet with a store: the drill
            keeper restore SHEET STORE     makes a new store from a typed sheet; never overwrites one
            keeper account STORE TABLE ID  says how a sign-in of that id stands in the table therapist or client

            The environment gives SAFESPACES_SECRETS_PASSWORD (or it is asked for) and, but for restore,
            SAFESPACES_TENANT. SHEET is a text file; lines that begin with # are passed over.
            """;

    private static final String HEAD =
            """
            # Escrow sheet: the server's own secrets. Printed on %s.
            # Without them no record can be read again, by anybody. Two copies, two sealed envelopes, two people.
            # To use it, type everything that does not begin with # into a text file. Case, spaces and hyphens do not matter;
            # each line checks itself. Then: keeper restore SHEET STORE

            """;

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Function<String, Optional<String>> ask;
    private final Clock clock;

    public Keeper(
            PrintStream out, Map<String, String> environment, Function<String, Optional<String>> ask, Clock clock) {
        this.out = out;
        this.environment = environment;
        this.ask = ask;
        this.clock = clock;
    }

    public int run(List<String> arguments) {
        try {
            if (!arguments.isEmpty() && arguments.get(0).equals("backup")) {
                return backup(arguments.subList(1, arguments.size()));
            }
            String command = arguments.size() < 2 ? "" : arguments.get(0);
            if (command.equals("print") && arguments.size() == 2) {
                return print(Path.of(arguments.get(1)));
            } else if (command.equals("check") && arguments.size() == 3) {
                return check(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
            } else if (command.equals("restore") && arguments.size() == 3) {
                return restore(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
            } else if (command.equals("account") && arguments.size() == 4 && TABLES.contains(arguments.get(2))) {
                return account(Path.of(arguments.get(1)), arguments.get(2), arguments.get(3));
            }
            out.print(USAGE);
            out.print(Backups.USAGE);
            return NOT_UNDERSTOOD;
        } catch (SheetDoesNotRead mistyped) {
            out.println("The sheet was not typed as it was printed: " + mistyped.getMessage() + ".");
        } catch (FileAlreadyExistsException there) {
            out.println("There is a file of that name already, and it stays as it is: " + there.getFile());
        } catch (IOException | InvalidPathException unreadable) {
            out.println("The file cannot be read or written: " + unreadable.getMessage());
        } catch (GeneralSecurityException wrong) {
            out.println("The store does not open: is this the file, and its password?");
        } catch (NotTold missing) {
            out.println(missing.getMessage());
        } catch (NotWhole damaged) {
            out.println("The backup is not whole: " + damaged.getMessage() + ".");
        } catch (VaultException closed) {
            out.println("The file does not open: it is no backup, or of another key, or it was changed or cut short.");
        } catch (SQLException | FlywayException refused) {
            out.println("A database did not do it: " + refused.getMessage());
        }
        return FAILED;
    }

    private int backup(List<String> arguments) throws IOException, GeneralSecurityException, SQLException {
        if (new Backups(out, environment, this::password, clock).run(arguments)) {
            return DONE;
        }
        out.print(Backups.USAGE);
        return NOT_UNDERSTOOD;
    }

    private int print(Path store) throws IOException, GeneralSecurityException {
        EscrowSheet sheet = Store.open(store, password()).sheet(tenant());
        out.printf(HEAD, LocalDate.now(clock));
        out.print(sheet.text());
        return DONE;
    }

    private int check(Path store, Path typed) throws IOException, GeneralSecurityException {
        EscrowSheet sheet = EscrowSheet.read(Files.readString(typed));
        boolean same = Store.open(store, password()).sheet(tenant()).sameAs(sheet);
        out.println(
                same
                        ? "The sheet brings back exactly what the store holds."
                        : "The sheet reads well, and is not that of this store: it is an older one, or another"
                                + " practice's. Print it anew.");
        return same ? DONE : FAILED;
    }

    private int restore(Path typed, Path store) throws IOException, GeneralSecurityException {
        EscrowSheet sheet = EscrowSheet.read(Files.readString(typed));
        Store.make(store, password(), sheet);
        out.println("Made " + store + ". Still to do, as docs/operating.md says under \"The escrow sheet\":");
        out.println("  set SAFESPACES_TENANT=" + sheet.tenantId());
        out.println("  add the four passwords of the database roles to the store");
        return DONE;
    }

    /** For the day on which everybody has a new account: the keyed hash under which the application looks for its id. */
    private int account(Path store, String table, String subject) throws IOException, GeneralSecurityException {
        EscrowSheet sheet = Store.open(store, password()).sheet(tenant());
        ServerSeal seal = new ServerSeal(tenant(), 1, value(sheet, Kind.SERVER_KEY), value(sheet, Kind.INDEX_KEY));
        byte[] tag = seal.tag(new Column(table, "account_tag"), subject.getBytes(StandardCharsets.UTF_8));
        out.println("\\x" + HexFormat.of().formatHex(tag));
        return DONE;
    }

    private static byte[] value(EscrowSheet sheet, Kind kind) {
        return sheet.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private String password() {
        return told("SAFESPACES_SECRETS_PASSWORD")
                .or(() -> ask.apply("Password of the store"))
                .filter(password -> !password.isBlank())
                .orElseThrow(() -> new NotTold("The environment has no SAFESPACES_SECRETS_PASSWORD."));
    }

    private UUID tenant() {
        try {
            return told("SAFESPACES_TENANT")
                    .map(UUID::fromString)
                    .orElseThrow(() -> new NotTold("The environment has no SAFESPACES_TENANT."));
        } catch (IllegalArgumentException notAnId) {
            throw new NotTold("SAFESPACES_TENANT is not an id.");
        }
    }

    private Optional<String> told(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
