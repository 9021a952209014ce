package org.safespaces.devstack;

import java.nio.file.Path;

/**
 * Where a stack lives and on which ports it listens. Keycloak answers on {@code 127.0.0.1} and the application on {@code
 * localhost}, because cookies know no ports: on one host each would see, and on sign-out empty, the other's.
 */
public record Settings(Path root, Path data, Ports ports, Practice practice) {

    /** What a stack finds on its first start. */
    public enum Practice {
        /** Therapists with vaults and an invented caseload. */
        INVENTED,
        /** Therapists with vaults, one of them with a caseload of many years. */
        LARGE,
        /** Therapists with vaults, and nothing else. */
        EMPTY,
        /** People who can sign in: nobody has a vault, and there is no anchor. */
        NEW
    }

    /** The ports of one stack. */
    public record Ports(int application, int identity, int database, int smtp, int mailbox, int management) {
        /** The usual ports, each moved up by {@code shift}: several stacks can then run beside each other. */
        static Ports usual(int shift) {
            return new Ports(8080 + shift, 8180 + shift, 54321 + shift, 2525 + shift, 8025 + shift, 9990 + shift);
        }
    }

    /**
     * The stack of {@code mvn -Prun}: data in the folder {@code .run}, the usual ports unless {@code -Dports.shift} moves
     * them. {@code -Dpractice=new} and {@code -Dpractice=large} have folders of their own, so that what was invented stays beside them.
     */
    public static Settings development(Path root) {
        Practice practice =
                switch (System.getProperty("practice", "")) {
                    case "new" -> Practice.NEW;
                    case "large" -> Practice.LARGE;
                    default -> Boolean.getBoolean("empty") ? Practice.EMPTY : Practice.INVENTED;
                };
        String folder =
                switch (practice) {
                    case NEW -> ".run-new";
                    case LARGE -> ".run-large-" + clients();
                    case INVENTED, EMPTY -> ".run";
                };
        return new Settings(root, root.resolve(folder), Ports.usual(Integer.getInteger("ports.shift", 0)), practice);
    }

    /** How many clients there are in a large practice; {@code -Dclients} says otherwise. */
    static int clients() {
        return Integer.getInteger("clients", 300);
    }

    /** The same stack, seen from a second application server: a folder of its own within, and its own two ports. */
    Settings secondNode(int application, int management) {
        Ports moved =
                new Ports(application, ports.identity(), ports.database(), ports.smtp(), ports.mailbox(), management);
        return new Settings(root, data.resolve("second-node"), moved, practice);
    }

    public String applicationOrigin() {
        return "http://localhost:" + ports.application();
    }

    public String identityOrigin() {
        return "http://127.0.0.1:" + ports.identity();
    }

    public String realmAddress() {
        return identityOrigin() + "/realms/practice";
    }

    String mailboxAddress() {
        return "http://localhost:" + ports.mailbox();
    }

    Path provisionedServer() {
        return root.resolve("ear/target/server");
    }

    /** The signer of the log, as a program of its own. */
    public Path witness() {
        return root.resolve("src/witness/target/witness.jar");
    }

    Path archive() {
        return root.resolve("ear/target/safespaces.ear");
    }

    Path keycloakZip() {
        return root.resolve("src/devstack/target/keycloak.zip");
    }

    Path config() {
        return root.resolve("config");
    }

    Path logs() {
        return data.resolve("logs");
    }
}
