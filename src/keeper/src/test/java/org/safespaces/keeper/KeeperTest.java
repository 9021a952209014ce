package org.safespaces.keeper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.vault.Column;
import org.safespaces.vault.EscrowSheet;
import org.safespaces.vault.EscrowSheet.Entry;
import org.safespaces.vault.EscrowSheet.Kind;
import org.safespaces.vault.ServerSeal;

/** The operator's way from a credential store to paper and back. */
class KeeperTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final UUID tenant = UUID.randomUUID();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("SAFESPACES_SECRETS_PASSWORD", "store", "SAFESPACES_TENANT", tenant.toString()));
    private final EscrowSheet secrets = new EscrowSheet(
            tenant,
            List.of(
                    entry(Kind.PEPPER, 1),
                    entry(Kind.PEPPER, 2),
                    entry(Kind.KEYSTORE_KEY, 1),
                    entry(Kind.SERVER_KEY, 1),
                    entry(Kind.INDEX_KEY, 1)));

    private Path store;
    private String said;

    private static Entry entry(Kind kind, int version) {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        return new Entry(kind, version, value);
    }

    @BeforeEach
    void aServersStore() throws Exception {
        store = folder.resolve("server.cs");
        Store.make(store, "store", secrets);
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Keeper keeper = new Keeper(
                new PrintStream(out, true, StandardCharsets.UTF_8), environment, what -> Optional.empty(), CLOCK);
        int result = keeper.run(List.of(arguments));
        said = out.toString(StandardCharsets.UTF_8);
        return result;
    }

    private Path typed(String text) throws IOException {
        return Files.writeString(folder.resolve("sheet.txt"), text);
    }

    @Test
    void whatIsPrintedAndTypedMakesAStoreWithExactlyTheSameSecrets() throws Exception {
        assertEquals(0, run("print", store.toString()), () -> said);
        Path sheet = typed(said.toLowerCase(Locale.ROOT).replace("-", ""));
        Path fresh = folder.resolve("fresh.cs");

        assertEquals(0, run("restore", sheet.toString(), fresh.toString()), () -> said);

        assertTrue(said.contains(tenant.toString()));
        EscrowSheet back = Store.open(fresh, "store").sheet(tenant);
        assertTrue(back.sameAs(secrets));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(fresh));
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count(), "nothing else is left lying about");
        }
    }

    @Test
    void aStoreThatIsThereIsNeverOverwritten() throws Exception {
        run("print", store.toString());
        Path sheet = typed(said);
        byte[] before = Files.readAllBytes(store);

        assertEquals(1, run("restore", sheet.toString(), store.toString()));

        assertArrayEquals(before, Files.readAllBytes(store));
        assertTrue(said.contains("stays as it is"), said);
    }

    @Test
    void theDrillTellsARightSheetFromAnOldOneAndFromAMistypedOne() throws Exception {
        run("print", store.toString());
        String printed = said;
        assertEquals(0, run("check", store.toString(), typed(printed).toString()));

        EscrowSheet older = new EscrowSheet(
                tenant,
                secrets.entries().stream().filter(entry -> entry.version() == 1).toList());
        assertEquals(1, run("check", store.toString(), typed(older.text()).toString()));
        assertTrue(said.contains("Print it anew"), said);

        assertEquals(
                1,
                run(
                        "check",
                        store.toString(),
                        typed(printed.replaceFirst("(?m)^  1  .", "  1  %")).toString()));
        assertTrue(said.matches("(?s).*line \\d+ does not read.*"), said);
    }

    @Test
    void aNewAccountIsWrittenAsTheApplicationLooksForIt() {
        ServerSeal server = new ServerSeal(tenant, 1, value(Kind.SERVER_KEY), value(Kind.INDEX_KEY));
        byte[] tag = server.tag(new Column("therapist", "account_tag"), "a-new-id".getBytes(StandardCharsets.UTF_8));

        assertEquals(0, run("account", store.toString(), "therapist", "a-new-id"));

        assertEquals("\\x" + HexFormat.of().formatHex(tag), said.strip());
        assertEquals(2, run("account", store.toString(), "key_slot", "a-new-id"));
    }

    private byte[] value(Kind kind) {
        return secrets.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void withoutTheRightPasswordNothingIsPrinted() {
        environment.put("SAFESPACES_SECRETS_PASSWORD", "another");

        assertEquals(1, run("print", store.toString()));

        assertFalse(said.contains("-"), said);
    }

    @Test
    void whatIsMissingIsAskedForInASentence() {
        environment.remove("SAFESPACES_TENANT");
        assertEquals(1, run("print", store.toString()));
        assertTrue(said.contains("SAFESPACES_TENANT"), said);

        assertEquals(2, run("print"));
        assertEquals(2, run("burn", "it", "all"));
        assertTrue(said.contains("keeper restore"), said);
        assertEquals(1, run("print", folder.resolve("nowhere").toString()));
    }
}
