package org.safespaces.scheduling;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What it means when two people reach for the same: inside a transaction the database's refusals get their names, outside
 * of it what only needs another try gets one. Acts that come here can be repeated: they carry a key, or say the same twice.
 */
final class Collisions {
    private static final int RETRIES = 3;
    private static final String EXCLUDED = "23P01";
    private static final Set<String> PASSING = Set.of("40P01", "40001", "55P03", "57014");

    private Collisions() {}

    /** Runs the inside of a transaction; throws {@link SlotTaken} or {@link TryAgain} for what the database refused. */
    static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException | EJBException refused) {
            String state = state(refused);
            if (EXCLUDED.equals(state)) {
                throw new SlotTaken();
            }
            if (PASSING.contains(state)) {
                throw new TryAgain();
            }
            throw refused;
        }
    }

    /** Runs a whole transaction, up to four times; throws {@link DiaryBusy} after that. */
    static <T> T repeated(Supplier<T> transaction) {
        for (int i = 0; i < RETRIES; i++) {
            try {
                return transaction.get();
            } catch (TryAgain | EJBTransactionRolledbackException notThisTime) {
                pause();
            }
        }
        try {
            return transaction.get();
        } catch (TryAgain notThisTime) {
            throw new DiaryBusy();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(50, 200));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DiaryBusy();
        }
    }

    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return "";
    }
}
