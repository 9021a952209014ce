package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.CaseId;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Vault;

/** A request in which a vault is opened, so that what is left of it afterwards can be looked at. */
@WebServlet("/probe")
public class Probe extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private AsRowan rowan;

    @Inject
    private VaultLock lock;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Vault vault;

    @Inject
    private Kept kept;

    /** What was taken out of the request, and whether that has ended. */
    @ApplicationScoped
    public static class Kept {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Vault opened;

        @Inject
        private BeanManager beans;

        /** The object itself, not the stand-in that finds each request its own. */
        void keep() {
            Bean<?> bean = beans.resolve(beans.getBeans(Vault.class));
            opened = (Vault) beans.getContext(RequestScoped.class).get(bean);
        }

        void ended(@Observes @Destroyed(RequestScoped.class) Object request) {
            if (request instanceof HttpServletRequest asked
                    && asked.getRequestURI().endsWith("/probe")) {
                ended.countDown();
            }
        }

        Vault afterItsRequest() throws InterruptedException {
            if (!ended.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the request never ended");
            }
            return opened;
        }
    }

    /** Of a case that is never stored. */
    static CasePart aPart() {
        return CaseKeys.part(new CaseId(UUID.randomUUID()), Compartment.CLINICAL);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        browser.present(Somebody.as(rowan, () -> lock.unlock(Development.secret("rowan.phrase"))));
        vault.openCase(aPart());
        kept.keep();
        response.getWriter().print("open");
    }
}
