package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.WrongPhrase;

/**
 * What an open page asks about the vault while somebody reads or writes on it. Asking is no sign of life; saying that
 * somebody was there is, and so is unlocking over the page. Each answer is a number: 200 open, 423 locked, and for a phrase
 * 422 wrong, 429 wait, 503 busy, 409 stopped. It says who is signed in now, so that a page is not uncovered for somebody else,
 * and carries the session's token, for the next post.
 */
@WebServlet(VaultServlet.PATH)
public class VaultServlet extends HttpServlet {
    static final String PATH = "/therapist/vault";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 400;
    private static final int UNUSABLE = 422;
    private static final int LOCKED = 423;
    private static final int TOO_MANY = 429;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private StoppedWork stoppedWork;

    @Inject
    private BrowserKeyHolder browserKey;

    @Inject
    private OverdueLocks overdueLocks;

    @Inject
    private SignedIn signedIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, state(), 0);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!FormToken.matches(request.getSession(), request.getParameter("token"))) {
            answer(request, response, HttpServletResponse.SC_BAD_REQUEST, 0);
            return;
        }
        switch (String.valueOf(request.getParameter("do"))) {
            case "stay" -> vaultLock.stay(seconds(request.getParameter("ago")));
            case "lock" -> {
                vaultLock.lock();
                Cookies.clear(response, Cookies.VAULT);
            }
            case "unlock" -> {
                unlock(request, response);
                return;
            }
            default -> {
                answer(request, response, HttpServletResponse.SC_BAD_REQUEST, 0);
                return;
            }
        }
        answer(request, response, state(), 0);
    }

    private void unlock(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String phrase = request.getParameter("phrase");
        if (phrase == null || phrase.isBlank() || phrase.length() > LONGEST) {
            answer(request, response, UNUSABLE, 0);
            return;
        }
        try {
            String key = vaultLock.unlock(phrase);
            browserKey.present(key);
            Cookies.write(response, Cookies.VAULT, key);
            if (stoppedWork.isStopped()) {
                answer(request, response, HttpServletResponse.SC_CONFLICT, 0);
                return;
            }
            overdueLocks.change();
            answer(request, response, state(), 0);
        } catch (WrongPhrase doesNotOpen) {
            answer(request, response, UNUSABLE, 0);
        } catch (TooManyTries wait) {
            answer(request, response, TOO_MANY, wait.minutes());
        } catch (TooBusy busy) {
            answer(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, 0);
        }
    }

    private int state() {
        return vaultLock.isOpen() ? HttpServletResponse.SC_OK : LOCKED;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, long minutes)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("who", signedIn.getAccount())
                        .add("token", FormToken.of(request.getSession()))
                        .add("tripped", vaultLock.isTripped())
                        .add("minutes", minutes)
                        .build());
    }

    private static long seconds(String ago) {
        return ago != null && ago.matches("\\d{1,4}") ? Long.parseLong(ago) : 0;
    }
}
