package org.safespaces.acceptance.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.safespaces.acceptance.container.Somebody.Outcome;
import org.safespaces.keys.BrowserKeyHolder;

/** Where somebody's requests arrive: whatever is laid on it is done in a request, and a session, of her own. */
@WebServlet("/desk")
public class Desk extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Job> JOBS = new ConcurrentHashMap<>();

    @Inject
    private BrowserKeyHolder browser;

    /** Something to be done by somebody, with the browser's half of her key. */
    record Job(Somebody who, String key, Callable<?> act, java.util.concurrent.CompletableFuture<Outcome<?>> done) {}

    static void lay(String id, Job job) {
        JOBS.put(id, job);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Job job = JOBS.remove(request.getParameter("job"));
        browser.present(job.key());
        job.done().complete(job.who().tries(job.act()));
        response.getWriter().print("done");
    }
}
