package org.safespaces.devstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * One running world. Starting it is idempotent over restarts: databases, people and secrets are made on the first start
 * and found again later. Closing it stops everything it started, in reverse, and leaves no process.
 */
public final class Stack implements AutoCloseable {
    private static final String WITNESS = "witness";
    private static final String OTHER_WITNESS = "witness-of-another";

    private final Settings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Secrets secrets;
    private Database database;
    private Witness witness;
    private DevelopmentPeople people;
    private IdentityServer identity;
    private MailCatcher mail;
    private ApplicationServer application;
    private boolean closed;

    public Stack(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts everything and deploys the application. Throws {@link CannotStart} with what to do about it. */
    public void start() {
        start(true);
    }

    /** The same, but the application is put in later, by {@link ApplicationServer#deploy()}. */
    public void startWithoutApplication() {
        start(false);
    }

    private void start(boolean withApplication) {
        try {
            prepareFolder();
            startDatabase();
            startServers(withApplication);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void prepareFolder() {
        progress.step("Looking whether everything needed is free", () -> {
            Files.createDirectories(settings.logs());
            lock(settings.data().resolve("lock"));
            PortCheck.allFree(settings.ports());
            secrets = Secrets.loadOrDraw(settings.data());
            return null;
        });
    }

    /** One stack a folder. The lock dies with this process, so it can never be stale. */
    private void lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!got(channel)) {
            channel.close();
            throw new CannotStart("Another run uses " + settings.data() + ". Stop it first (Ctrl-C where it runs).");
        }
        running.push(channel);
    }

    private static boolean got(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void startDatabase() {
        database = progress.step("PostgreSQL", () -> Database.start(settings, secrets));
        running.push(database);
        progress.step("Roles, databases and migrations", () -> {
            database.prepare(settings.config());
            database.migrate();
            return null;
        });
        progress.step("Signer of the log", () -> {
            startWitness(WITNESS);
            return null;
        });
        people = new DevelopmentPeople(settings, secrets, database);
        progress.step("Development people", () -> {
            people.settleIn();
            return null;
        });
    }

    /** Each practice has a log of its own, and so a signer that remembers that one. */
    private void startWitness(String folder) throws IOException, InterruptedException {
        witness = new Witness(
                settings, secrets, database.url("practice"), settings.data().resolve(folder));
        running.push(witness);
        witness.start();
    }

    private void stopWitness() throws InterruptedException {
        running.remove(witness);
        witness.close();
    }

    private void startServers(boolean withApplication) {
        mail = progress.step("Mail catcher", () -> {
            // tests inside the server look there, too
            secrets.remember("mailbox", settings.mailboxAddress());
            return MailCatcher.start(settings);
        });
        running.push(mail);
        identity = new IdentityServer(settings, secrets);
        progress.step("Unpacking what has to be unpacked", () -> {
            identity.prepare();
            return null;
        });
        application = new ApplicationServer(settings, environment(Map.of()));
        running.push(identity);
        running.push(application);
        // Keycloak needs longest and mostly one core: the application server comes up beside it.
        CompletableFuture<Void> keycloak = CompletableFuture.runAsync(() -> progress.step("Keycloak", () -> {
            identity.start();
            identity.await();
            return null;
        }));
        progress.step(withApplication ? "WildFly with the application" : "WildFly", () -> {
            application.prepare();
            application.start();
            if (withApplication) {
                application.deploy();
            }
            return null;
        });
        try {
            keycloak.join();
        } catch (java.util.concurrent.CompletionException failure) {
            throw failure.getCause() instanceof CannotStart cannot
                    ? cannot
                    : new CannotStart("Keycloak did not start", failure.getCause());
        }
    }

    /** Another practice in place of this one, as new as {@link Settings.Practice#NEW}. This one is set aside, the first time. */
    public void beginAnotherPractice() {
        restart(Map.of("SAFESPACES_ANCHOR", ""), () -> {
            stopWitness();
            database.beginAnew(settings.config());
            Folders.deleteTree(settings.data().resolve(OTHER_WITNESS));
            startWitness(OTHER_WITNESS);
        });
    }

    /**
     * The application with what a backup brings back in place of this practice, which is set aside.
     *
     * @param restore is done while both databases are empty and nothing runs
     * @param tombstones the file of tombstones that the application finds
     */
    public void beginRestored(Runnable restore, Path tombstones) {
        restart(Map.of("SAFESPACES_TOMBSTONES_FILE", tombstones.toString()), () -> {
            database.beginEmpty(settings.config());
            restore.run();
        });
    }

    /** What an operator's tool is told of this stack: where things are, and the password of the credential store. */
    public Map<String, String> operatorsEnvironment() {
        Map<String, String> values = new TreeMap<>(environment(Map.of()));
        values.keySet().removeIf(name -> name.endsWith("_SECRET"));
        return values;
    }

    /** The practice that was set aside, as it was. */
    public void bringPracticeBack() {
        restart(Map.of(), () -> {
            stopWitness();
            database.bringBack();
            startWitness(WITNESS);
        });
    }

    /** Starts the application again with a setting changed, as whoever runs a server does. */
    public void restartWith(String setting, String value) {
        restart(Map.of(setting, value), () -> {});
    }

    /**
     * A second application server on the same databases. Whoever has signed in at one is nobody at the other.
     *
     * @return where it answers
     */
    public String startSecondNode(int port, int management) {
        Settings second = settings.secondNode(port, management);
        return progress.step("A second WildFly with the application", () -> {
            operator().letBackTo(second.applicationOrigin());
            Files.createDirectories(second.logs());
            ApplicationServer beside =
                    new ApplicationServer(second, environment(Map.of("SAFESPACES_ORIGIN", second.applicationOrigin())));
            running.push(beside);
            beside.prepare();
            beside.start();
            beside.deploy();
            return second.applicationOrigin();
        });
    }

    private interface Change {
        void make() throws SQLException, IOException, InterruptedException;
    }

    private void restart(Map<String, String> changed, Change meanwhile) {
        progress.step("WildFly with the application, again", () -> {
            running.remove(application);
            application.close();
            meanwhile.make();
            application = new ApplicationServer(settings, environment(changed));
            running.push(application);
            application.prepare();
            application.start();
            application.deploy();
            return null;
        });
    }

    private Map<String, String> environment(Map<String, String> changed) {
        Map<String, String> values = new TreeMap<>();
        values.put("SAFESPACES_STAGE", "development");
        values.put("SAFESPACES_ORIGIN", settings.applicationOrigin());
        values.put("SAFESPACES_TENANT", secrets.tenant().toString());
        values.put("SAFESPACES_ANCHOR", Objects.requireNonNullElse(secrets.get("anchor"), ""));
        values.put("SAFESPACES_KEYSTORE_MINIMUM_AGE_HOURS", "0");
        // here everybody comes from one address
        values.put("SAFESPACES_SETTING_ENQUIRIESANHOUR", "100000");
        values.put(
                "SAFESPACES_TOMBSTONES_FILE",
                settings.data().resolve("tombstones.txt").toString());
        values.put("SAFESPACES_SECRETS_FILE", secrets.storeFile().toString());
        values.put("SAFESPACES_SECRETS_PASSWORD", secrets.get("store"));
        values.put("SAFESPACES_PRACTICE_DB", database.url("practice"));
        values.put("SAFESPACES_KEYSTORE_DB", database.url("keystore"));
        values.put("SAFESPACES_OIDC_URL", settings.realmAddress());
        values.put("SAFESPACES_OIDC_SECRET", secrets.get("oidc"));
        values.put("SAFESPACES_OIDC_SSL", "none");
        values.put("SAFESPACES_DESK_SECRET", secrets.get("desk"));
        values.put("SAFESPACES_IDENTITY_ORIGIN", settings.identityOrigin());
        values.put("SAFESPACES_SMTP_HOST", "localhost");
        values.put("SAFESPACES_SMTP_PORT", Integer.toString(settings.ports().smtp()));
        values.put("SAFESPACES_MAIL_FROM", "Post <post@localhost>");
        values.putAll(secrets.settings());
        values.putAll(changed);
        return values;
    }

    /** Where the application answers. */
    public String address() {
        return settings.applicationOrigin();
    }

    /** What was made for this stack: who can sign in, and with which phrases. */
    public DevelopmentPeople people() {
        return people;
    }

    public Operator operator() {
        return new Operator(settings, secrets);
    }

    public Crowd crowd() {
        return new Crowd(operator(), secrets, database);
    }

    public MailCatcher mail() {
        return mail;
    }

    /** A connection that sees everything: what a thief of the database would have. */
    public Connection asThief(String name) throws SQLException {
        return database.superuser(name);
    }

    /** Stops the identity server, to see what works without. */
    public void stopIdentityServer() {
        identity.close();
    }

    /** The identity server once more, with everything it knew. */
    public void startIdentityServerAgain() throws IOException, InterruptedException {
        identity.start();
        identity.await();
    }

    /** Stops the database, to see what works without. */
    public void stopDatabase() throws IOException {
        database.close();
    }

    /** Ends the database as a failing machine would: at once, without a word to anybody. */
    public void killDatabase() throws IOException {
        database.kill(settings);
    }

    /** The same for the application server. */
    public void killApplication() {
        application.kill();
    }

    /** The database once more, with everything that is in it. */
    public void startDatabaseAgain() throws IOException {
        running.remove(database);
        database = Database.start(settings, secrets);
        running.addLast(database);
    }

    /** Starts the application server again and deploys, whatever else is there or not. */
    public void restartApplication() {
        restart(Map.of(), () -> {});
    }

    /** What the signer keeps: its public key, and its own list of what it has signed. */
    public Path witnessFolder() {
        return settings.data().resolve(WITNESS);
    }

    /** A signer of another database's log, with a memory of its own; it ends with the world, if not before. */
    public AutoCloseable startWitnessOf(String name, Path folder) throws IOException, InterruptedException {
        Witness beside = new Witness(settings, secrets, database.url(name), folder);
        running.push(beside);
        beside.start();
        return beside;
    }

    public ApplicationServer application() {
        return application;
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                progress.say("  Something did not stop cleanly: " + failure.getMessage());
            }
        }
    }
}
