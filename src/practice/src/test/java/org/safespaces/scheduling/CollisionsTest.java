package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollisionsTest {
    private static <T> Supplier<T> refusedWith(String state) {
        return () -> {
            throw new PersistenceException(new SQLException("refused", state));
        };
    }

    @Test
    void anOverlapTheDatabaseRefusesIsATakenTime() {
        assertThrows(SlotTaken.class, () -> Collisions.named(refusedWith("23P01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "57014"})
    void whatPassesIsTriedAgain(String state) {
        AtomicInteger tries = new AtomicInteger();
        String answer = Collisions.repeated(
                () -> tries.incrementAndGet() < 3 ? Collisions.named(refusedWith(state)) : "booked");
        assertEquals("booked", answer);
        assertEquals(3, tries.get());
    }

    @Test
    void afterThreeMoreTriesItIsSaidToBeBusy() {
        AtomicInteger tries = new AtomicInteger();
        assertThrows(
                DiaryBusy.class,
                () -> Collisions.repeated(() -> {
                    tries.incrementAndGet();
                    return Collisions.named(refusedWith("55P03"));
                }));
        assertEquals(4, tries.get());
    }

    @Test
    void aTakenTimeIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThrows(
                SlotTaken.class,
                () -> Collisions.repeated(() -> {
                    tries.incrementAndGet();
                    throw new SlotTaken();
                }));
        assertEquals(1, tries.get());
    }

    @Test
    void aDefectStaysADefect() {
        PersistenceException defect = new PersistenceException(new SQLException("refused", "23514"));
        assertSame(
                defect,
                assertThrows(
                        PersistenceException.class,
                        () -> Collisions.named(() -> {
                            throw defect;
                        })));
    }

    @Test
    void whenTheConnectionIsLostAtTheEndTheNextTryFindsOutWhatBecameOfIt() {
        AtomicInteger tries = new AtomicInteger();
        String answer = Collisions.repeated(() -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new EJBException(new HeuristicMixedException("nobody knows"));
                case 2 -> throw new EJBTransactionRolledbackException("it did not", new RollbackException());
                case 3 -> throw new EJBException(new SQLException("the connection is gone", "08006"));
                default -> {
                    return "booked";
                }
            }
        });
        assertEquals("booked", answer);
    }

    @Test
    void aDatabaseThatDoesNotComeBackIsBusyAndNoDefect() {
        assertThrows(DiaryBusy.class, () -> Collisions.repeated(() -> Collisions.named(refusedWith("57P02"))));
        assertThrows(
                DiaryBusy.class,
                () -> Collisions.repeated(() -> {
                    throw new EJBTransactionRolledbackException("it did not", new RollbackException());
                }));
    }

    @Test
    void aDefectIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        EJBException defect = new EJBException(new SQLException("refused", "23514"));
        assertSame(
                defect,
                assertThrows(
                        EJBException.class,
                        () -> Collisions.repeated(() -> {
                            tries.incrementAndGet();
                            throw defect;
                        })));
        assertEquals(1, tries.get());
    }
}
