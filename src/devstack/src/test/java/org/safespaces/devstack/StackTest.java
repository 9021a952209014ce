package org.safespaces.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aTakenPortIsSaidBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CannotStart cannot = assertThrows(
                    CannotStart.class, () -> stack(taken.getLocalPort()).start());
            assertTrue(cannot.getMessage().contains("Port " + taken.getLocalPort()));
            assertTrue(cannot.getMessage().contains("the application"), "it says who needs it");
            assertTrue(cannot.getMessage().contains("ss -ltnp"), "and how to find who has it");
        }
    }

    @Test
    void aSecondRunInTheSameFolderIsRefused() throws IOException {
        Files.createDirectories(folder.resolve(".run"));
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            // within one process the same lock shows as an overlap; between two it is simply not given
            assertThrows(CannotStart.class, () -> stack(free()).start());
        }
    }

    @Test
    void aLockFileLeftByAKilledRunIsNoObstacle() throws IOException {
        Files.createDirectories(folder.resolve(".run"));
        Files.writeString(folder.resolve(".run/lock"), "left over");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CannotStart cannot = assertThrows(
                    CannotStart.class, () -> stack(taken.getLocalPort()).start());
            assertTrue(cannot.getMessage().startsWith("Port"), "it got past the lock");
        }
    }

    @Test
    void secretsAreDrawnOnceAndFoundAgain() throws IOException {
        Secrets first = Secrets.loadOrDraw(folder);
        Secrets again = Secrets.loadOrDraw(folder);
        for (String name : List.of("k2", "ki", "pep", "ksk", "practice_app")) {
            assertEquals(64, first.get(name).length());
            assertEquals(first.get(name), again.get(name));
        }
        assertEquals(first.tenant(), again.tenant());
    }

    private Stack stack(int applicationPort) throws IOException {
        Settings.Ports ports = new Settings.Ports(applicationPort, free(), free(), free(), free(), free());
        return new Stack(
                new Settings(folder, folder.resolve(".run"), ports, Settings.Practice.EMPTY),
                new Progress(new PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
