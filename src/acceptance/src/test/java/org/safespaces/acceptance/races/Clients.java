package org.safespaces.acceptance.races;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Crowd;

/** Many clients of one therapist, signed in, who all do something at once. */
final class Clients implements AutoCloseable {
    private static final int DOORS = 8;

    private final ExecutorService threads;
    private final List<PlainClient> all = new ArrayList<>();

    private Clients(int count) {
        this.threads = Executors.newFixedThreadPool(count);
    }

    static Clients of(World world, String therapist, int count) {
        return of(world, therapist, count, List.of(world.address()));
    }

    /**
     * @param origins where the application answers; they sign in at one after the other
     */
    static Clients of(World world, String therapist, int count, List<String> origins) {
        Clients clients = new Clients(count);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        ExecutorService doors = Executors.newFixedThreadPool(DOORS);
        try {
            List<String> accounts = world.stack().crowd().clientsOf(therapist, count);
            // the first of each alone: a server that has just come up still asks the identity server where it is
            List<Future<PlainClient>> arriving = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                String origin = origins.get(number % origins.size());
                String account = accounts.get(number);
                arriving.add(doors.submit(() -> PlainClient.signedIn(http, origin, account, Crowd.PASSWORD)));
                if (number < origins.size()) {
                    arriving.get(number).get();
                }
            }
            for (Future<PlainClient> each : arriving) {
                clients.all.add(each.get());
            }
        } catch (IOException | SQLException | ExecutionException cannot) {
            throw new IllegalStateException(cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            doors.shutdown();
        }
        return clients;
    }

    /** Are they signed in still? Not with a server that has begun anew. */
    boolean areKnown() {
        return all.get(0).get("/client/home").status() == 200;
    }

    int count() {
        return all.size();
    }

    PlainClient one(int number) {
        return all.get(number);
    }

    /** Something a client does, by her number. */
    interface Act<T> {
        T by(PlainClient client, int number) throws Exception;
    }

    /** Everybody at once: nobody begins before everybody is ready. */
    <T> List<T> together(Act<T> act) {
        CountDownLatch ready = new CountDownLatch(all.size());
        List<Callable<T>> acts = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            int mine = number;
            acts.add(() -> {
                ready.countDown();
                ready.await();
                return act.by(all.get(mine), mine);
            });
        }
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(acts)) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
