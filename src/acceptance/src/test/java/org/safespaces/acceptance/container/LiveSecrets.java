package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.NavigableMap;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.Pepper;

/** The server's secrets as it holds them now, by version: put one in, or take one out, and it is as after a start with it. */
@ApplicationScoped
public class LiveSecrets {
    @Inject
    private BeanManager beans;

    NavigableMap<Integer, KeystoreKey> keystoreKeys() throws ReflectiveOperationException {
        return versions("keystoreKeys");
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
