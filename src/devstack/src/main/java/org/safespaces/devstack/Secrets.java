package org.safespaces.devstack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/**
 * Secrets of one development stack, drawn on its first start and kept in its data folder: once as a file the stack reads
 * back, once as the credential store the server reads. The store is marked as made for development.
 */
final class Secrets {
    /** Kept in the server's credential store. */
    private static final List<String> IN_STORE =
            List.of("practice_owner", "practice_app", "keystore_owner", "keystore_app", "k2", "ki", "pep", "ksk");

    private static final List<String> OTHERS =
            List.of("identity", "practice_witness", "oidc", "desk", "store", "admin");

    private static final String FILE = "development.properties";

    private final Path folder;
    private final Properties values;

    private Secrets(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    static Secrets loadOrDraw(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("secrets"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path file = folder.resolve(FILE);
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
            // a stack from before the witness has no password for it
            OTHERS.stream().filter(name -> !values.containsKey(name)).forEach(name -> values.setProperty(name, draw()));
        } else {
            IN_STORE.forEach(name -> values.setProperty(name, draw()));
            OTHERS.forEach(name -> values.setProperty(name, draw()));
            values.setProperty("tenant", UUID.randomUUID().toString());
        }
        Secrets secrets = new Secrets(folder, values);
        secrets.save();
        if (!Files.exists(secrets.storeFile())) {
            secrets.writeStore();
        }
        return secrets;
    }

    private static String draw() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void save() throws IOException {
        try (Writer writer = Files.newBufferedWriter(file())) {
            values.store(writer, "Made for development. Never use on a real server.");
        }
    }

    private void writeStore() throws IOException {
        try {
            CredentialStore store = CredentialStore.getInstance(
                    "KeyStoreCredentialStore", WildFlyElytronCredentialStoreProvider.getInstance());
            store.initialize(
                    Map.of(
                            "location",
                            storeFile().toString(),
                            "keyStoreType",
                            "PKCS12",
                            "create",
                            "true",
                            "modifiable",
                            "true"),
                    new CredentialSourceProtectionParameter(
                            IdentityCredentials.NONE.withCredential(credential(get("store")))),
                    new java.security.Provider[] {WildFlyElytronPasswordProvider.getInstance()});
            for (String name : IN_STORE) {
                store.store(name, credential(get(name)));
            }
            store.store("stage", credential("development"));
            store.flush();
        } catch (java.security.GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private static PasswordCredential credential(String value) {
        return new PasswordCredential(ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, value.toCharArray()));
    }

    /** Where they are kept. A line {@code SAFESPACES_…=…} in here is a setting of the server from its next start on. */
    Path file() {
        return folder.resolve(FILE);
    }

    /** The settings of the server that somebody wrote into the file. */
    Map<String, String> settings() {
        Map<String, String> written = new HashMap<>();
        values.stringPropertyNames().stream()
                .filter(name -> name.startsWith("SAFESPACES_"))
                .forEach(name -> written.put(name, get(name)));
        return written;
    }

    Path storeFile() {
        return folder.resolve("server.cs");
    }

    String get(String name) {
        return values.getProperty(name);
    }

    byte[] bytes(String name) {
        return HexFormat.of().parseHex(get(name));
    }

    /** Keeps something the stack has made and must find again: the anchor, a phrase. */
    void remember(String name, String value) throws IOException {
        values.setProperty(name, value);
        save();
    }

    UUID tenant() {
        return UUID.fromString(get("tenant"));
    }

    String databasePassword(String role) {
        return get(role);
    }

    Map<String, String> databasePasswords() {
        Map<String, String> passwords = new HashMap<>();
        List.of("practice_owner", "practice_app", "practice_witness", "keystore_owner", "keystore_app", "identity")
                .forEach(role -> passwords.put(role, get(role)));
        return passwords;
    }
}
