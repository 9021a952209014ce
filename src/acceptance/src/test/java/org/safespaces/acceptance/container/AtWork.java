package org.safespaces.acceptance.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.safespaces.acceptance.container.Somebody.Outcome;
import org.safespaces.keys.VaultLock;

/**
 * Somebody at work, mostly with her vault open. Each thing she does is a request of its own in a session of her own: a vault belongs to one
 * person and one request, and a test in which two people open theirs needs two.
 */
final class AtWork {
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Somebody who;
    private final String key;

    private AtWork(Somebody who, VaultLock lock, Callable<String> phrase) {
        this.who = who;
        this.key = does(null, () -> lock.unlock(phrase.call()));
    }

    private AtWork(Somebody who) {
        this.who = who;
        this.key = null;
    }

    /** Asks something, with everything locked, in a request of its own. */
    static <T> T asked(Somebody who, Callable<T> question) {
        return locked(who).does(question);
    }

    /** Somebody whose vault is locked, or who has none. */
    static AtWork locked(Somebody who) {
        return new AtWork(who);
    }

    static AtWork unlocked(Somebody who, VaultLock lock, String account) {
        return new AtWork(who, lock, () -> Development.secret(account + ".phrase"));
    }

    /** Somebody who has made her vault during the test. */
    static AtWork unlockedWith(Somebody who, VaultLock lock, String phrase) {
        return new AtWork(who, lock, () -> phrase);
    }

    /** Does it, and throws what it throws. */
    <T> T does(Callable<T> act) {
        return does(key, act);
    }

    /** Does something that has no answer. */
    void acts(Runnable act) {
        does(key, () -> {
            act.run();
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T does(String withKey, Callable<T> act) {
        String job = UUID.randomUUID().toString();
        CompletableFuture<Outcome<?>> done = new CompletableFuture<>();
        Desk.lay(job, new Desk.Job(who, withKey, act, done));
        URI address =
                URI.create("http://127.0.0.1:" + System.getProperty("jboss.http.port") + "/container/desk?job=" + job);
        try {
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return ((Outcome<T>) done.join()).<RuntimeException>orThrow();
    }
}
