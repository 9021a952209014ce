package org.safespaces.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** A taken port is said before anything starts, with what would listen there. */
final class PortCheck {
    private PortCheck() {}

    static void allFree(Settings.Ports ports) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("the application", ports.application());
        wanted.put("Keycloak", ports.identity());
        wanted.put("Keycloak's health address", ports.identity() + 1);
        wanted.put("PostgreSQL", ports.database());
        wanted.put("mail", ports.smtp());
        wanted.put("the mail catcher's page", ports.mailbox());
        wanted.put("WildFly's management", ports.management());
        wanted.forEach(PortCheck::free);
    }

    private static void free(String user, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port " + port + ", needed for " + user + ", is taken. See who has it with: ss -ltnp 'sport = :"
                            + port + "'",
                    taken);
        }
    }
}
