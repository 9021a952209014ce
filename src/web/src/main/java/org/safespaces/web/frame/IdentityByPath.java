package org.safespaces.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationBuilder;
import org.wildfly.security.http.oidc.OidcClientConfigurationResolver;
import org.wildfly.security.http.oidc.OidcHttpFacade;

/**
 * Which requests are let near the server's OIDC client, and with it near the identity server: never those for help, for leaving,
 * for calendars and for what a page is made of; and no open page before the identity server has been heard of once. Until then nobody
 * can be signed in, so nothing is missed.
 *
 * <p>Why: the client asks the identity server for its addresses on the first request of all, on open pages too, and one request
 * after the other waits for it. Were it to accept and never answer, the second visitor would wait eight seconds for
 * a telephone number, and the twentieth eighty. Here only a closed page waits for it, and only one request at a time.
 */
public class IdentityByPath implements OidcClientConfigurationResolver {
    private static final String FILE = "/oidc.json";
    private static final Set<String> NEVER = Set.of("/", "/index", "/exit", "/here");
    private static final OidcClientConfiguration NOBODY = new OidcClientConfiguration();

    private static volatile boolean known;

    private final OidcClientConfiguration configuration;
    private final ReentrantLock asking = new ReentrantLock();

    public IdentityByPath() {
        configuration = read();
    }

    /** Has the identity server answered since this server was started? */
    static boolean isKnown() {
        return known;
    }

    @Override
    public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
        String path = request.getRelativePath();
        if (isForAnybody(path)) {
            return NOBODY;
        }
        return known || isClosed(path) && learn() ? configuration : NOBODY;
    }

    private static boolean isForAnybody(String path) {
        return NEVER.contains(path)
                || Stream.of("/help/", "/feed/", "/jakarta.faces.resource/").anyMatch(path::startsWith);
    }

    /** Is it a page that only somebody who has signed in may see? */
    static boolean isClosed(String path) {
        return Stream.of("/client/", "/therapist/", "/admin/").anyMatch(path::startsWith);
    }

    /** Asks for the addresses: one at a time, and whoever comes meanwhile is told to come back. */
    private boolean learn() {
        if (!asking.tryLock()) {
            return false;
        }
        try {
            known = known || configuration.getAuthUrl() != null;
            return known;
        } finally {
            asking.unlock();
        }
    }

    private static OidcClientConfiguration read() {
        try (InputStream file = IdentityByPath.class.getResourceAsStream(FILE)) {
            return OidcClientConfigurationBuilder.build(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
