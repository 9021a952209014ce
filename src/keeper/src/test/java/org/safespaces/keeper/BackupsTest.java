package org.safespaces.keeper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.vault.EkId;
import org.safespaces.vault.EscrowSheet;
import org.safespaces.vault.KeystoreKey;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/** Backups on a real PostgreSQL with the tables that the migrations make: what comes back, and what is refused. */
class BackupsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-23T02:15:00Z");
    private static final String CASE = "10000000-0000-4000-8000-000000000001";
    private static final String KEPT = "20000000-0000-4000-8000-000000000001";
    private static final String ERASED = "20000000-0000-4000-8000-000000000002";

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Instant now = NIGHT;
    private Path store;
    private Path sheet;
    private Path publicHalf;
    private Path main;
    private Path keys;
    private Path tombstones;
    private String said;

    @BeforeAll
    static void aServerWithTheRolesOfOurDatabases() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        for (String role :
                List.of("practice_owner", "practice_app", "practice_witness", "keystore_owner", "keystore_app")) {
            change("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD 'quiet'");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void aPracticeAndABackupKey() throws Exception {
        emptyDatabases();
        for (String name : List.of("practice", "keystore")) {
            Flyway.configure()
                    .dataSource(address(name), name + "_owner", "quiet")
                    .locations("classpath:db/" + name)
                    .load()
                    .migrate();
        }
        change(
                "practice",
                "INSERT INTO case_record (id, designation, state, opened_on) VALUES ('" + CASE
                        + "', 'Amber\tHeron \\ \u00e9', 'ACTIVE', '2026-01-02')");
        change(
                "practice",
                "INSERT INTO legal_hold (case_id, reason, set_by_role, set_on) VALUES ('" + CASE
                        + "', 'SAFEGUARDING', 'admin', '2026-02-03')");
        log();
        log();
        for (String key : List.of(KEPT, ERASED)) {
            change("keystore", "INSERT INTO erasure_key VALUES ('" + key + "', now(), '\\x00ff0a09', 1, NULL)");
        }
        environment.put("SAFESPACES_SECRETS_PASSWORD", "store");
        environment.put("SAFESPACES_OIDC_SECRET", "never to be written");
        environment.put("SAFESPACES_TENANT", UUID.randomUUID().toString());
        environment.put("SAFESPACES_PRACTICE_DB", address("practice"));
        environment.put("SAFESPACES_KEYSTORE_DB", address("keystore"));
        store = folder.resolve("server.cs");
        Store.make(store, "store", secrets());
        addPasswords();
        publicHalf = folder.resolve("backup.public");
        assertEquals(0, run("key", publicHalf.toString()), () -> said);
        sheet = Files.writeString(folder.resolve("sheet.txt"), said);
        main = Files.createDirectory(folder.resolve("main"));
        keys = Files.createDirectory(folder.resolve("keys"));
        tombstones = Files.writeString(folder.resolve("tombstones.txt"), "\n");
    }

    /** As the operator does after a restore of the store: the sheet does not bear them. */
    private void addPasswords() throws GeneralSecurityException {
        CredentialStore opened = CredentialStore.getInstance(
                "KeyStoreCredentialStore", WildFlyElytronCredentialStoreProvider.getInstance());
        opened.initialize(
                Map.of("location", store.toString(), "keyStoreType", "PKCS12", "modifiable", "true"),
                new CredentialSourceProtectionParameter(IdentityCredentials.NONE.withCredential(clear("store"))),
                new Provider[] {WildFlyElytronPasswordProvider.getInstance()});
        opened.store("practice_owner", clear("quiet"));
        opened.store("keystore_owner", clear("quiet"));
        opened.flush();
    }

    private static PasswordCredential clear(String value) {
        return new PasswordCredential(ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, value.toCharArray()));
    }

    private EscrowSheet secrets() {
        List<EscrowSheet.Entry> entries = new ArrayList<>();
        for (EscrowSheet.Kind kind : EscrowSheet.Kind.values()) {
            entries.add(new EscrowSheet.Entry(kind, 1, new byte[32]));
        }
        return new EscrowSheet(UUID.randomUUID(), entries);
    }

    private static void emptyDatabases() throws SQLException {
        for (String name : List.of("practice", "keystore")) {
            change("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            change("postgres", "CREATE DATABASE " + name + " OWNER " + name + "_owner");
        }
    }

    private static void log() throws SQLException {
        change(
                "practice",
                "INSERT INTO audit_event (at, actor_role, action, object_type, outcome)"
                        + " VALUES (now(), 'server', 'SERVER_STARTED', 'server', 'DONE')");
    }

    private static String address(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(address(database), "postgres", "postgres");
    }

    private static void change(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private int run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Keeper keeper = new Keeper(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                environment,
                what -> Optional.empty(),
                Clock.fixed(now, ZoneOffset.UTC));
        List<String> all = new ArrayList<>(List.of("backup"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        int result = keeper.run(all);
        said = out.toString(StandardCharsets.UTF_8);
        return result;
    }

    private void make() {
        assertEquals(0, run("make", store, publicHalf, main, keys), () -> said);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }

    private int restore() throws IOException {
        return run("restore", store, sheet, only(main), only(keys), tombstones, folder.resolve("restored"));
    }

    @Test
    void whatIsRestoredIntoEmptyDatabasesIsWhatWasThere() throws Exception {
        Path realm = Files.writeString(folder.resolve("realm.json"), "{}");
        assertEquals(0, run("make", store, publicHalf, main, keys, realm), () -> said);
        emptyDatabases();

        assertEquals(0, restore(), () -> said);

        assertEquals("Amber\tHeron \\ \u00e9", one("practice", "SELECT designation FROM case_record"));
        assertEquals("SAFEGUARDING", one("practice", "SELECT reason FROM legal_hold"));
        assertEquals("1,2", one("practice", "SELECT string_agg(seq::text, ',' ORDER BY seq) FROM audit_event"));
        assertEquals("2", one("keystore", "SELECT count(*) FROM erasure_key WHERE wrapped = '\\x00ff0a09'"));
        Path restored = folder.resolve("restored");
        assertEquals("{}", Files.readString(restored.resolve("realm.json")));
        assertTrue(Files.readString(restored.resolve("environment"))
                .contains("SAFESPACES_TENANT=" + environment.get("SAFESPACES_TENANT")));
        assertFalse(Files.readString(restored.resolve("environment")).contains("never to be written"));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(restored.resolve("environment")));
    }

    @Test
    void afterARestoreTheLogGoesOnAndRefusesToBeChangedAsBefore() throws Exception {
        make();
        emptyDatabases();
        assertEquals(0, restore(), () -> said);

        log();

        assertEquals("3", one("practice", "SELECT max(seq) FROM audit_event"));
        assertEquals("0,1,2", one("practice", "SELECT string_agg(seq::text, ',' ORDER BY line) FROM audit_leaf"));
        assertEquals("3 64", one("practice", "SELECT size || ' ' || octet_length(frontier) FROM audit_head"));
        assertEquals("0", one("practice", "SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O'"));
        assertEquals(
                "1",
                one(
                        "practice",
                        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid ="
                                + " 'legal_hold'::regclass"));
    }

    @Test
    void aKeyThatWasDestroyedAfterTheBackupNeverComesBack() throws Exception {
        make();
        byte[] stone = KeystoreKey.tombstone(new EkId(UUID.fromString(ERASED)));
        Files.writeString(tombstones, "\n" + HexFormat.of().formatHex(stone) + "\n");
        emptyDatabases();

        assertEquals(0, restore(), () -> said);

        assertEquals(KEPT, one("keystore", "SELECT string_agg(ek_id::text, ',') FROM erasure_key"));
        assertEquals("1", one("keystore", "SELECT count(*) FROM tombstone"));
        assertEquals("1", one("practice", "SELECT count(*) FROM tombstone"));
        assertTrue(said.contains("destroyed again: 1"), said);
    }

    @Test
    void whatAdminsSeeOfABackupIsWhenItWasMadeAndWhenOneWasTried() throws Exception {
        make();
        now = NIGHT.plus(Duration.ofHours(9));
        assertEquals(0, run("drilled", store), () -> said);

        assertEquals("MADE,DRILLED", one("practice", "SELECT string_agg(kind, ',' ORDER BY at) FROM backup_event"));
    }

    @Test
    void databasesThatAreNotEmptyStayAsTheyAre() throws Exception {
        make();

        assertEquals(1, restore());

        assertTrue(said.contains("is not empty"), said);
        assertFalse(Files.exists(folder.resolve("restored")));
        assertEquals("2", one("practice", "SELECT count(*) FROM audit_event"));
    }

    @Test
    void aFileIsForItsOwnerAloneSaysNothingInClearAndIsNeverOverwritten() throws Exception {
        make();
        Path file = only(main);
        byte[] before = Files.readAllBytes(file);

        assertEquals(1, run("make", store, publicHalf, main, keys));

        assertTrue(said.contains("stays as it is"), said);
        assertArrayEquals(before, Files.readAllBytes(only(main)));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertFalse(new String(before, StandardCharsets.ISO_8859_1).contains("audit_event"));
        assertEquals("20261123-021500-main.backup", file.getFileName().toString());
    }

    @Test
    void aFileThatTheRestoreCouldNotPutBackIsRefusedBeforeAnythingIsMade() throws IOException {
        Files.writeString(folder.resolve("realm export.json"), "{}");
        Files.writeString(folder.resolve("realm.json"), "{}");
        Path other =
                Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("realm.json"), "{}");
        for (List<Path> refused : List.of(
                List.of(folder.resolve("realm export.json")),
                List.of(tombstones),
                List.of(folder.resolve("realm.json"), other))) {
            List<Object> arguments = new ArrayList<>(List.of("make", store, publicHalf, main, keys));
            arguments.addAll(refused);
            assertEquals(1, run(arguments.toArray()));
            assertTrue(said.contains("cannot be kept in a backup"), said);
        }
        try (Stream<Path> files = Files.list(main)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void keysAreNeverWrittenBesideWhatTheyOpen() throws IOException {
        assertEquals(1, run("make", store, publicHalf, main, main));
        assertEquals(1, run("make", store, publicHalf, folder, keys));

        try (Stream<Path> files = Files.list(main)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whenADatabaseDoesNotAnswerNothingIsLeftLyingAbout() throws IOException {
        environment.put("SAFESPACES_KEYSTORE_DB", address("nowhere"));

        assertEquals(1, run("make", store, publicHalf, main, keys));

        for (Path each : List.of(main, keys)) {
            try (Stream<Path> files = Files.list(each)) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void aCheckTellsHowManyRowsAndThatTheLogIsInOrder() throws Exception {
        make();

        assertEquals(0, run("check", sheet, only(main), only(keys)), () -> said);

        assertTrue(said.contains("line 1 to line 2 in order, none left out"), said);
        assertTrue(said.contains("2 tables, 2 rows"), said);
    }

    @Test
    void aFileThatWasChangedCutShortOrMadeLongerDoesNotOpen() throws Exception {
        make();
        Path file = only(main);
        byte[] whole = Files.readAllBytes(file);
        for (byte[] wrong : List.of(
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, 94),
                Arrays.copyOf(whole, 20),
                Arrays.copyOf(whole, whole.length + 1),
                turned(whole, 6),
                turned(whole, 50),
                turned(whole, whole.length / 2),
                turned(whole, whole.length - 1))) {
            Path changed = Files.write(folder.resolve("changed"), wrong);

            assertEquals(1, run("check", sheet, changed), () -> said);
            assertTrue(said.contains("does not open"), said);
        }
    }

    private static byte[] turned(byte[] bytes, int at) {
        byte[] turned = bytes.clone();
        turned[at] ^= 1;
        return turned;
    }

    @Test
    void theWrongSheetOpensNothingAndTheKeysFileIsNotTakenForTheOther() throws Exception {
        make();
        assertEquals(0, run("key", folder.resolve("another")));
        Path another = Files.writeString(folder.resolve("another.txt"), said);

        assertEquals(1, run("check", another, only(main)));
        emptyDatabases();
        assertEquals(1, run("restore", store, sheet, only(keys), only(main), tombstones, folder.resolve("restored")));
        assertTrue(said.contains("belongs here"), said);
        assertEquals("0", one("practice", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    @Test
    void backupsThatAreTooOldGoAndWhatIsNotOursStays() throws Exception {
        make();
        Path foreign = Files.writeString(keys.resolve("20200101-000000-keys.backup"), "somebody else's");
        now = NIGHT.plus(Duration.ofDays(35));
        assertEquals(0, run("prune", keys, "--days", "35"), () -> said);
        assertTrue(said.contains("0 deleted, 1 kept"), said);

        now = NIGHT.plus(Duration.ofDays(35)).plusSeconds(1);
        assertEquals(0, run("prune", keys, "--days", "35"), () -> said);

        assertTrue(said.contains("1 deleted, 0 kept"), said);
        assertEquals(foreign, only(keys));
        assertTrue(Files.exists(only(main)));
    }

    @Test
    void whatWasNotAskedRightlyIsExplained() {
        assertEquals(2, run());
        assertEquals(2, run("make", store));
        assertEquals(2, run("prune", keys, "--days", "many"));
        assertTrue(said.contains("keeper backup restore"), said);
        assertEquals(1, run("make", store, store, main, keys));
        environment.remove("SAFESPACES_PRACTICE_DB");
        assertEquals(1, run("make", store, publicHalf, main, keys));
        assertTrue(said.contains("SAFESPACES_PRACTICE_DB"), said);
    }
}
