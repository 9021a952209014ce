package org.safespaces.keeper;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.vault.EscrowSheet;
import org.safespaces.vault.EscrowSheet.Entry;
import org.safespaces.vault.EscrowSheet.Kind;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/** A credential store as the server reads it: an entry's first version bears its plain name, later ones {@code name.2} and on. */
final class Store {
    private static final Pattern ENTRY = Pattern.compile("(pep|ksk|k2|ki)(?:\\.([2-9]|[1-9]\\d{1,2}))?");

    private final CredentialStore store;

    private Store(CredentialStore store) {
        this.store = store;
    }

    /** One that is there; nothing in it is changed. */
    static Store open(Path file, String password) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new Store(initialised(file, password, false));
    }

    /** A new one with what the sheet brings back, for its owner only; throws when there is a file already. */
    static void make(Path file, String password, EscrowSheet sheet) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = Files.createTempDirectory(
                file.toAbsolutePath().getParent(),
                "keeper",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = folder.resolve("store");
        try {
            CredentialStore store = initialised(fresh, password, true);
            for (Entry entry : sheet.entries()) {
                store.store(name(entry), clear(HexFormat.of().formatHex(entry.value())));
            }
            store.flush();
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
            Files.delete(folder);
        }
    }

    private static String name(Entry entry) {
        return entry.version() == 1 ? entry.kind().label() : entry.kind().label() + "." + entry.version();
    }

    private static CredentialStore initialised(Path file, String password, boolean create)
            throws GeneralSecurityException {
        CredentialStore store = CredentialStore.getInstance(
                "KeyStoreCredentialStore", WildFlyElytronCredentialStoreProvider.getInstance());
        store.initialize(
                Map.of(
                        "location",
                        file.toString(),
                        "keyStoreType",
                        "PKCS12",
                        "create",
                        Boolean.toString(create),
                        "modifiable",
                        Boolean.toString(create)),
                new CredentialSourceProtectionParameter(IdentityCredentials.NONE.withCredential(clear(password))),
                new Provider[] {WildFlyElytronPasswordProvider.getInstance()});
        return store;
    }

    private static PasswordCredential clear(String value) {
        return new PasswordCredential(ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, value.toCharArray()));
    }

    /** Everything of the server's own in it, in all versions. */
    EscrowSheet sheet(UUID tenant) throws GeneralSecurityException {
        List<Entry> entries = new ArrayList<>();
        for (String alias : store.getAliases()) {
            Matcher entry = ENTRY.matcher(alias);
            if (entry.matches()) {
                int version = entry.group(2) == null ? 1 : Integer.parseInt(entry.group(2));
                entries.add(new Entry(kind(entry.group(1)), version, value(alias)));
            }
        }
        try {
            return new EscrowSheet(tenant, entries);
        } catch (IllegalArgumentException incomplete) {
            throw new GeneralSecurityException("the store lacks one of the server's secrets");
        }
    }

    /** The password of a role of the databases. */
    String password(String role) {
        try {
            if (store.exists(role, PasswordCredential.class)) {
                return text(role);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new NotTold("The store's entry " + role + " does not read.");
        }
        throw new NotTold("The store has no entry " + role + ".");
    }

    private static Kind kind(String label) {
        for (Kind kind : Kind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(label);
    }

    private byte[] value(String alias) throws GeneralSecurityException {
        return HexFormat.of().parseHex(text(alias));
    }

    private String text(String alias) throws GeneralSecurityException {
        char[] value = store.retrieve(alias, PasswordCredential.class)
                .getPassword(ClearPassword.class)
                .getPassword();
        return new String(value);
    }
}
