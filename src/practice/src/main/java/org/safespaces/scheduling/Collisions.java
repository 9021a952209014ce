package org.safespaces.scheduling;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What it means when two people reach for the same: inside a transaction the database's refusals get their names, outside
 * of it what only needs another try gets one. Acts that come here can be repeated: they carry a key, or say the same twice.
 */
final class Collisions {
    private static final int RETRIES = 3;
    private static final String EXCLUDED = "23P01";
    private static final Set<String> PASSING = Set.of("40P01", "40001", "55P03", "57014");
    private static final String CONNECTION = "08";
    private static final String SHUT_DOWN = "57P";

    private Collisions() {}

    /** Runs the inside of a transaction; throws {@link SlotTaken} or {@link TryAgain} for what the database refused. */
    static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException | EJBException refused) {
            if (EXCLUDED.equals(state(refused))) {
                throw new SlotTaken();
            }
            if (isPassing(refused)) {
                throw new TryAgain();
            }
            throw refused;
        }
    }

    /**
     * Runs a whole transaction, up to four times; throws {@link DiaryBusy} after that. When the connection is lost while it commits,
     * nobody knows whether it did: the next try finds what the first has done, by its key or because it stands so already.
     */
    static <T> T repeated(Supplier<T> transaction) {
        for (int i = 0; i < RETRIES; i++) {
            try {
                return transaction.get();
            } catch (TryAgain | EJBTransactionRolledbackException notThisTime) {
                pause();
            } catch (EJBException failed) {
                throwUnlessPassing(failed);
                pause();
            }
        }
        try {
            return transaction.get();
        } catch (TryAgain notThisTime) {
            throw new DiaryBusy();
        } catch (EJBException failed) {
            throwUnlessPassing(failed);
            throw new DiaryBusy();
        }
    }

    private static void throwUnlessPassing(EJBException failed) {
        if (!isPassing(failed) && !isInDoubt(failed)) {
            throw failed;
        }
    }

    /** Another try may well work: two were in each other's way, or the database has gone and will come back. */
    private static boolean isPassing(Throwable failure) {
        String state = state(failure);
        return PASSING.contains(state)
                || state.startsWith(CONNECTION)
                || state.startsWith(SHUT_DOWN)
                || causes(failure).anyMatch(OptimisticLockException.class::isInstance);
    }

    /** The transaction ended, and not as it was told to. */
    private static boolean isInDoubt(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof RollbackException
                        || cause instanceof HeuristicMixedException
                        || cause instanceof HeuristicRollbackException
                        || cause instanceof SystemException);
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
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
