package org.safespaces.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.safespaces.vault.GuessingCost;
import org.wildfly.core.launcher.StandaloneCommandBuilder;
import org.wildfly.plugin.tools.Deployment;
import org.wildfly.plugin.tools.DeploymentResult;
import org.wildfly.plugin.tools.server.Configuration;
import org.wildfly.plugin.tools.server.ServerManager;
import org.wildfly.plugin.tools.server.StandaloneManager;

/** WildFly as the build provisioned it, run from a copy: never the server that Maven may be rebuilding. */
public final class ApplicationServer implements AutoCloseable {
    private final Settings settings;
    private final Map<String, String> environment;
    private final Path home;
    private StandaloneManager server;

    ApplicationServer(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
        this.home = settings.data().resolve("wildfly");
    }

    /** Always a fresh copy: an old configuration would be kept in silence. */
    void prepare() throws IOException {
        if (!Files.exists(settings.provisionedServer().resolve("jboss-modules.jar"))) {
            throw new CannotStart("There is no server to run. Build it with: mvn -Prun");
        }
        Folders.deleteTree(home);
        Folders.copyTree(settings.provisionedServer(), home);
        Files.createDirectories(temporary());
    }

    void start() throws InterruptedException {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(home)
                .setJavaHome(Path.of(System.getProperty("java.home")))
                .setJavaOptions(
                        "-Xms64m",
                        "-Xmx1g",
                        ShortLived.compiling(),
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+UseG1GC",
                        "-XX:G1PeriodicGCInterval=60000",
                        "-XX:-G1PeriodicGCInvokesConcurrent",
                        "-XX:MinHeapFreeRatio=0",
                        "-XX:MaxHeapFreeRatio=1",
                        "-Djdk.nio.maxCachedBufferSize=1024",
                        "-Djava.net.preferIPv4Stack=true",
                        "-D" + GuessingCost.CHEAP + "=" + GuessingCost.isCheap(),
                        "-Djava.io.tmpdir=" + temporary())
                .addServerArgument("-Djboss.http.port=" + settings.ports().application())
                .addServerArgument(
                        "-Djboss.management.http.port=" + settings.ports().management())
                .addServerArgument("-b=127.0.0.1");
        server = ServerManager.start(Configuration.create(command)
                .managementAddress("127.0.0.1")
                .managementPort(settings.ports().management())
                .redirectErrorStream(true)
                .redirectOutput(settings.logs().resolve("wildfly-console.log"))
                .addEnvironmentVariable("MALLOC_PERTURB_", "90")
                .addEnvironmentVariables(environment));
        if (!server.waitFor(120, TimeUnit.SECONDS)) {
            throw new CannotStart("WildFly did not start within two minutes. Its log: " + log());
        }
    }

    /** Puts the application in. */
    public void deploy() throws IOException {
        deploy(settings.archive());
    }

    private void deploy(Path archive) throws IOException {
        DeploymentResult result = server.deploymentManager().forceDeploy(Deployment.local(archive));
        if (!result.successful()) {
            throw new CannotStart("The application could not be deployed. The server's log tells why: " + log() + "\n"
                    + result.getFailureMessage());
        }
    }

    /** Takes the application out again, so that a test archive can have the server for itself. */
    public void undeploy() throws IOException {
        server.deploymentManager()
                .undeploy(org.wildfly.plugin.tools.UndeployDescription.of(
                        settings.archive().getFileName().toString()));
    }

    /** The server's own log. */
    public Path log() {
        return home.resolve("standalone/log/server.log");
    }

    /** Its own, not the machine's: nothing of a stack lies outside of its folder. */
    private Path temporary() {
        return home.resolve("standalone/tmp");
    }

    /** The copy that runs. */
    public Path home() {
        return home;
    }

    void kill() {
        server.kill();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            try {
                server.shutdown(15);
            } catch (Exception alreadyGone) {
                server.kill();
            }
            server.close();
        }
    }
}
