package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * T-mut: everything that is stored, damaged in every way {@link Mutator} knows, and then opened as the application would. None may
 * open, and none may fail in any but the one way. Damages are drawn from fixed seeds.
 */
class MutationTest {
    private static final int FULL = 10;
    private static final List<Target> STORED = new Stored().targets();

    /**
     * @param inEveryBuild how many damages; ten times as many in full
     * @param keysMayDiffer {@link KeysDoNotMatch} is a refusal too: the vault opened, and its keys are not the directory's
     * @param whole opens it as it was stored
     * @param damaged draws a damage, and gives what opens that
     */
    record Target(String name, int inEveryBuild, boolean keysMayDiffer, Runnable whole, Supplier<Runnable> damaged) {
        int count() {
            return Scale.of(inEveryBuild, FULL * inEveryBuild);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Target> everythingStored() {
        return STORED.stream();
    }

    /** The target opens undamaged: else its refusals would prove nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("everythingStored")
    void nothingDamagedOpens(Target target) {
        target.whole().run();
        for (int count = 0; count < target.count(); count++) {
            refused(target, count, target.damaged().get());
        }
        Evidence.record("T-mut, " + target, target.count() + " damages, 0 opened, all refused in the one way");
    }

    private static void refused(Target target, int count, Runnable opening) {
        try {
            opening.run();
        } catch (KeysDoNotMatch refusal) {
            assertTrue(target.keysMayDiffer());
            return;
        } catch (VaultException refusal) {
            assertEquals(VaultException.class, refusal.getClass());
            assertEquals("cannot open", refusal.getMessage());
            assertNull(refusal.getCause());
            return;
        } catch (RuntimeException other) {
            fail(target + ", damage " + count + ": failed in another way", other);
        }
        fail(target + ", damage " + count + ": opened");
    }

    @Test
    void thereAreAsManyDamagesAsWereAskedFor() {
        int all = everythingStored().mapToInt(Target::count).sum();

        assertTrue(all >= Scale.of(100_000, 1_000_000));
        Evidence.record(
                "T-mut, in all", all + " damages to " + everythingStored().count() + " kinds of rows");
    }

    @Test
    void noMutationOfASignatureHoldsAndNoneThrows() {
        Mutator mutator = new Mutator(64);
        byte[] seed = Bytes.random(32);
        byte[] publicKey = Signing.publicKey(seed);
        byte[] payload = Bytes.random(100);
        byte[] signature = Signing.sign(seed, payload);
        int tried = Scale.of(4_000, 40_000);
        for (int count = 0; count < tried; count++) {
            assertFalse(Signing.verifies(publicKey, payload, mutator.mutated(signature)));
            assertFalse(Signing.verifies(mutator.mutated(publicKey), payload, signature));
        }
        Evidence.record("T-mut, signature or its key", 2 * tried + " damages, 0 held");
    }
}
