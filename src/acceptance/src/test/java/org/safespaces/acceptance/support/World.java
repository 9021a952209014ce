package org.safespaces.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.safespaces.devstack.DevelopmentPeople;
import org.safespaces.devstack.Progress;
import org.safespaces.devstack.Settings;
import org.safespaces.devstack.Stack;

/**
 * The one world all tests of a process share: real PostgreSQL, real Keycloak, real WildFly, on free ports and in a folder
 * of its own. There may be several such processes ({@code -Dacceptance.worlds=4}), so a test relies on nothing that another class has
 * left.
 * Started when first asked for, stopped when the last test has ended.
 */
public final class World {
    private static World instance;

    private final Stack stack;
    private boolean deployed;
    private String second;

    private World(Stack stack) {
        this.stack = stack;
    }

    /** The world, running, with or without the application. */
    public static synchronized World running() {
        if (instance == null) {
            Path root = Path.of(System.getProperty("safespaces.root"))
                    .toAbsolutePath()
                    .normalize();
            Path data = root.resolve("src/acceptance/target/" + System.getProperty("safespaces.world", "world-1"));
            empty(data);
            Settings settings = new Settings(root, data, freePorts(), Settings.Practice.INVENTED);
            Stack stack = new Stack(settings, new Progress(System.out));
            stack.startWithoutApplication();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            System.setProperty(
                    "safespaces.management", Integer.toString(settings.ports().management()));
            instance = new World(stack);
        }
        return instance;
    }

    /** The world with the real application in it. */
    public static synchronized World open() {
        World world = running();
        if (!world.deployed) {
            try {
                world.stack.application().deploy();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            world.deployed = true;
        }
        return world;
    }

    static synchronized void end() {
        if (instance != null) {
            instance.stack.close();
            instance = null;
        }
    }

    public String address() {
        return stack.address();
    }

    public DevelopmentPeople.Person person(String account) {
        return stack.people().named(account);
    }

    public Stack stack() {
        return stack;
    }

    public Path root() {
        return stack.settings().root();
    }

    /** Where a second server with the same database answers; started when first asked for. */
    public synchronized String secondNode() {
        if (second == null) {
            Settings.Ports free = freePorts();
            second = stack.startSecondNode(free.application(), free.management());
        }
        return second;
    }

    /**
     * Below those that Linux gives to outgoing connections (32768 and on): a server that is stopped and started again finds its port
     * free.
     */
    private static Settings.Ports freePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < 6) {
                listenAt(ThreadLocalRandom.current().nextInt(12_000, 32_000)).ifPresent(held::add);
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new Settings.Ports(
                    ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<ServerSocket> listenAt(int port) {
        try {
            return Optional.of(new ServerSocket(port));
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    /** Everything goes but the unpacked identity server, which is the same each time. */
    private static void empty(Path folder) {
        for (String part : List.of("postgres/data", "secrets", "wildfly", "witness", "witness-of-another", "logs")) {
            Path path = folder.resolve(part);
            if (Files.exists(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    all.sorted(Comparator.reverseOrder()).forEach(World::delete);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
