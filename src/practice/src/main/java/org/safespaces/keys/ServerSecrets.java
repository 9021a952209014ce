package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.GuessingCost;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.VaultException;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/**
 * The server's own secrets, read once at start from the credential store: server key, index key, pepper, keystore key.
 * Together they open no clinical text. A store made for development is refused unless the server is told to be in
 * development, and a server in development refuses a store that is not: neither can stand in for the other.
 */
@ApplicationScoped
class ServerSecrets {
    private static final int FIRST_VERSION = 1;

    private final NavigableMap<Integer, Pepper> peppers = new TreeMap<>();
    private final NavigableMap<Integer, KeystoreKey> keystoreKeys = new TreeMap<>();
    private ServerSeal serverSeal;

    @PostConstruct
    void read() {
        try {
            CredentialStore store = open();
            refuseWrongStage(store);
            UUID tenant = tenant();
            serverSeal = new ServerSeal(tenant, FIRST_VERSION, key(store, "k2"), key(store, "ki"));
            versions(store, "pep").forEach((version, value) -> peppers.put(version, new Pepper(version, value)));
            versions(store, "ksk")
                    .forEach((version, value) -> keystoreKeys.put(version, new KeystoreKey(tenant, version, value)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "The credential store could not be read: check SAFESPACES_SECRETS_FILE and its password");
        }
    }

    private static CredentialStore open() throws GeneralSecurityException {
        CredentialStore store = CredentialStore.getInstance(
                "KeyStoreCredentialStore", WildFlyElytronCredentialStoreProvider.getInstance());
        PasswordCredential password = new PasswordCredential(ClearPassword.createRaw(
                ClearPassword.ALGORITHM_CLEAR,
                required("SAFESPACES_SECRETS_PASSWORD").toCharArray()));
        store.initialize(
                Map.of(
                        "location",
                        required("SAFESPACES_SECRETS_FILE"),
                        "keyStoreType",
                        "PKCS12",
                        "modifiable",
                        "false"),
                new CredentialSourceProtectionParameter(IdentityCredentials.NONE.withCredential(password)),
                new Provider[] {WildFlyElytronPasswordProvider.getInstance()});
        return store;
    }

    private static void refuseWrongStage(CredentialStore store) throws GeneralSecurityException {
        boolean storeIsForDevelopment = store.exists("stage", PasswordCredential.class);
        boolean serverIsInDevelopment = "development".equals(System.getenv("SAFESPACES_STAGE"));
        if (storeIsForDevelopment != serverIsInDevelopment) {
            throw new IllegalStateException(
                    "Development secrets and a real server do not go together: see docs/operating.md, \"Secrets\"");
        }
        refuseCheapGuesses(serverIsInDevelopment);
    }

    private static void refuseCheapGuesses(boolean serverIsInDevelopment) {
        if (GuessingCost.isCheap() && !serverIsInDevelopment) {
            throw new IllegalStateException("Guesses at passphrases are cheap: start without " + GuessingCost.CHEAP);
        }
    }

    /**
     * All versions of a key that the store has: {@code pep} is the first, {@code pep.2} the second. Older ones stay until
     * nothing lies under them any more.
     */
    private static SortedMap<Integer, byte[]> versions(CredentialStore store, String name)
            throws GeneralSecurityException {
        SortedMap<Integer, byte[]> versions = new TreeMap<>();
        for (String alias : store.getAliases()) {
            if (alias.equals(name)) {
                versions.put(FIRST_VERSION, key(store, alias));
            } else if (alias.matches(name + "\\.([2-9]|[1-9]\\d{1,2})")) {
                versions.put(Integer.parseInt(alias.substring(name.length() + 1)), key(store, alias));
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("The credential store has no entry named " + name);
        }
        return versions;
    }

    private static byte[] key(CredentialStore store, String name) throws GeneralSecurityException {
        PasswordCredential credential = store.retrieve(name, PasswordCredential.class);
        if (credential == null) {
            throw new IllegalStateException("The credential store has no entry named " + name);
        }
        char[] value = credential.getPassword(ClearPassword.class).getPassword();
        byte[] key = HexFormat.of().parseHex(new String(value));
        if (key.length != 32) {
            throw new IllegalStateException("The entry " + name + " of the credential store is not 32 bytes in hex");
        }
        return key;
    }

    static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The environment has no " + name + ": see docs/operating.md");
        }
        return value;
    }

    static UUID tenant() {
        return UUID.fromString(required("SAFESPACES_TENANT"));
    }

    /** The keys everybody's trust begins with; from configuration, never from a database. Without it nobody is trusted. */
    static Anchor anchor() {
        String configured = System.getenv("SAFESPACES_ANCHOR");
        return Anchor.parse(configured == null ? "" : configured);
    }

    @Produces
    ServerSeal serverSeal() {
        return serverSeal;
    }

    /** The pepper that new slots and codes get. */
    Pepper newestPepper() {
        return peppers.lastEntry().getValue();
    }

    /** The pepper of a stored version, unless the store has it no more. */
    Optional<Pepper> pepper(int version) {
        return Optional.ofNullable(peppers.get(version));
    }

    /** All that live, the newest first: a typed code does not say which is its own. */
    List<Pepper> livePeppers() {
        return List.copyOf(peppers.descendingMap().values());
    }

    /** The keystore key that new erasure keys are wrapped by. */
    KeystoreKey newestKeystoreKey() {
        return keystoreKeys.lastEntry().getValue();
    }

    /** The keystore key of a stored version; throws {@link VaultException} when the store has it no more. */
    KeystoreKey keystoreKey(int version) {
        return Optional.ofNullable(keystoreKeys.get(version)).orElseThrow(VaultException::new);
    }
}
