package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.NavigableMap;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.Pepper;

/** The server's secrets as it holds them now, by version: put one in, or take one out, and it is as after a start with it. */
@ApplicationScoped
public class LiveSecrets {
    @Inject
    private BeanManager beans;

    @Inject
    private Meddling meddling;

    @Inject
    private Rows rows;

    NavigableMap<Integer, KeystoreKey> keystoreKeys() throws ReflectiveOperationException {
        return versions("keystoreKeys");
    }

    /** With a second keystore key; afterwards each erasure key lies under the first again, as it did before. */
    void withASecondKeystoreKey(Meddling.Work<Exception> meanwhile) throws Exception {
        NavigableMap<Integer, KeystoreKey> keys = keystoreKeys();
        rows.changeAsOwnerOf("keystore", "CREATE TABLE before AS SELECT * FROM erasure_key");
        keys.put(2, new KeystoreKey(Newcomers.tenant(), 2, new byte[32]));
        try {
            meanwhile.run();
        } finally {
            keys.remove(2);
            rows.changeAsOwnerOf(
                    "keystore",
                    "UPDATE erasure_key k SET wrapped = b.wrapped, ksk_version = b.ksk_version FROM before b"
                            + " WHERE b.ek_id = k.ek_id");
            rows.changeAsOwnerOf("keystore", "DELETE FROM erasure_key WHERE ksk_version = 2");
            rows.changeAsOwnerOf("keystore", "DROP TABLE before");
        }
    }

    /** With a second pepper; afterwards each phrase lies under the first again, as it did before. */
    void withASecondPepper(Meddling.Work<Exception> meanwhile) throws Exception {
        NavigableMap<Integer, Pepper> peppers = peppers();
        Pepper first = peppers.get(1);
        peppers.put(2, new Pepper(2, new byte[32]));
        try {
            meddling.keeping(List.of("key_slot"), meanwhile);
        } finally {
            peppers.put(1, first);
            peppers.remove(2);
        }
    }

    NavigableMap<Integer, Pepper> peppers() throws ReflectiveOperationException {
        return versions("peppers");
    }

    /** Of the object itself, not of the stand-in. */
    @SuppressWarnings("unchecked")
    private <T> NavigableMap<Integer, T> versions(String name) throws ReflectiveOperationException {
        Class<?> secrets =
                Class.forName("org.safespaces.keys.ServerSecrets", true, ErasureKeyStore.class.getClassLoader());
        Bean<?> bean = beans.resolve(beans.getBeans(secrets));
        Field field = secrets.getDeclaredField(name);
        field.setAccessible(true);
        return (NavigableMap<Integer, T>)
                field.get(beans.getContext(ApplicationScoped.class).get(bean));
    }
}
