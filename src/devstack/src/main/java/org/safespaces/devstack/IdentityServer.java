package org.safespaces.devstack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak, unpacked from its artifact and built once, on the same PostgreSQL. */
final class IdentityServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** What nobody here uses is not there at all. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--features-disabled=ciba,device-flow,impersonation,kerberos,token-exchange-standard");

    private final Settings settings;
    private final Secrets secrets;
    private final Path home;
    private Process process;

    IdentityServer(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.home = settings.data().resolve("keycloak");
    }

    /** Unpacks and builds Keycloak if that has not been done for this artifact; quick otherwise. */
    void prepare() throws IOException, InterruptedException {
        Path mark = home.resolve(".built");
        String artifact = Files.size(settings.keycloakZip())
                + Files.readString(settings.config().resolve("keycloak/quarkus.properties"))
                + BUILD;
        if (!Files.exists(mark) || !Files.readString(mark).equals(artifact)) {
            Folders.deleteTree(home);
            unzip(settings.keycloakZip(), home);
            Files.copy(
                    settings.config().resolve("keycloak/quarkus.properties"),
                    home.resolve("conf/quarkus.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
            run(BUILD);
            Files.writeString(mark, artifact);
        }
        copyLook();
        writeRealm();
    }

    /** What its pages look like, and the passwords it refuses: as the operator copies them to a real server. */
    private void copyLook() throws IOException {
        Path refused = Files.createDirectories(home.resolve("data/password-blacklists"));
        Files.copy(
                settings.config().resolve("keycloak/refused.txt"),
                refused.resolve("refused.txt"),
                StandardCopyOption.REPLACE_EXISTING);
        Folders.deleteTree(home.resolve("themes/calm"));
        Folders.copyTree(settings.config().resolve("keycloak/themes"), home.resolve("themes"));
    }

    /** The realm as it is deployed, with the development people added; a code may be typed twice, since tests sign in often. */
    private void writeRealm() throws IOException {
        JsonObject realm = read(settings.config().resolve("keycloak/realm.json"));
        JsonObject people = read(settings.config().resolve("keycloak/dev-users.json"));
        var users = Json.createArrayBuilder(realm.getJsonArray("users"));
        people.getJsonArray("users").forEach(users::add);
        JsonObject whole = Json.createObjectBuilder(realm)
                .add("users", users)
                .add("otpPolicyCodeReusable", true)
                .build();
        Path folder = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(folder.resolve("practice-realm.json"), whole.toString());
    }

    private static JsonObject read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    void start() throws IOException {
        process = launch(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.ports().identity(),
                "--http-management-port=" + (settings.ports().identity() + 1),
                "--hostname=" + settings.identityOrigin(),
                "--cache=local",
                "--db-url=jdbc:postgresql://localhost:" + settings.ports().database() + "/identity",
                "--db-username=identity"));
    }

    /** Waits until the realm answers. */
    void await() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.realmAddress() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new CannotStart("Keycloak ended by itself. Its log tells why: "
                        + settings.logs().resolve("keycloak.log"));
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is still starting
            }
            process.waitFor(300, TimeUnit.MILLISECONDS);
        }
        throw new CannotStart("Keycloak did not answer within " + PATIENCE.toSeconds() + " seconds. Its log: "
                + settings.logs().resolve("keycloak.log"));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        Process build = launch(arguments);
        if (build.waitFor() != 0) {
            throw new CannotStart("Keycloak could not be built. Its log tells why: "
                    + settings.logs().resolve("keycloak.log"));
        }
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.logs().resolve("keycloak.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        builder.environment()
                .put(
                        "JAVA_OPTS_APPEND",
                        ShortLived.compiling() + " -Djava.io.tmpdir="
                                + Files.createDirectories(home.resolve("data/tmp")));
        builder.environment().put("KC_DB_PASSWORD", secrets.get("identity"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "operator");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("admin"));
        builder.environment().put("SAFESPACES_ORIGIN", settings.applicationOrigin());
        builder.environment().put("SAFESPACES_OIDC_SECRET", secrets.get("oidc"));
        builder.environment().put("SAFESPACES_DESK_SECRET", secrets.get("desk"));
        builder.environment().put("SAFESPACES_SMTP_HOST", "localhost");
        builder.environment()
                .put("SAFESPACES_SMTP_PORT", Integer.toString(settings.ports().smtp()));
        return builder.start();
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                // the artifact's own first folder is left out
                int slash = entry.getName().indexOf('/');
                Path file = target.resolve(entry.getName().substring(slash + 1)).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("an entry points outside the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                    if (file.toString().endsWith(".sh")) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : all) {
            try {
                handle.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (Exception tooSlow) {
                handle.destroyForcibly();
            }
        }
    }
}
