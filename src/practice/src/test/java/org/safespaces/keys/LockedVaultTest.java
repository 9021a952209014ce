package org.safespaces.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.SealedText;

class LockedVaultTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final LockedVault vault = new LockedVault(IDLE);

    @Test
    void fiveMinutesWithoutASignOfLifeLockIt() {
        vault.keep(seed(), TEN);

        assertTrue(vault.seed(TEN.plus(IDLE)).isPresent());
        assertTrue(vault.seed(TEN.plus(IDLE).plusMillis(1)).isEmpty());
        assertTrue(vault.seed(TEN).isEmpty(), "and it stays locked");
    }

    @Test
    void askingWhetherItIsOpenKeepsItOpenNoLonger() {
        vault.keep(seed(), TEN);
        for (int second = 0; second < 300; second += 20) {
            vault.seed(TEN.plusSeconds(second));
        }
        assertTrue(vault.seed(TEN.plusSeconds(301)).isEmpty());
    }

    @Test
    void aSignOfLifeKeepsItOpen() {
        vault.keep(seed(), TEN);
        vault.used(TEN.plusSeconds(240));

        assertTrue(vault.seed(TEN.plusSeconds(540)).isPresent());
        assertTrue(vault.seed(TEN.plusSeconds(541)).isEmpty());
    }

    @Test
    void whatIsHeardOfLateTakesNothingBack() {
        vault.keep(seed(), TEN);
        vault.used(TEN.plusSeconds(240));
        vault.used(TEN.plusSeconds(200));

        assertTrue(vault.seed(TEN.plusSeconds(540)).isPresent());
    }

    @Test
    void aSignOfLifeDoesNotOpenWhatHasLocked() {
        vault.keep(seed(), TEN);
        vault.forget();
        vault.used(TEN.plusSeconds(1));

        assertTrue(vault.seed(TEN.plusSeconds(1)).isEmpty());
    }

    @Test
    void eightHoursEndItHoweverBusySheIs() {
        vault.keep(seed(), TEN);
        for (int minute = 0; minute <= 480; minute += 4) {
            assertTrue(vault.seed(TEN.plusSeconds(60L * minute)).isPresent());
            vault.used(TEN.plusSeconds(60L * minute));
        }
        assertTrue(vault.seed(TEN.plus(Duration.ofHours(8)).plusMillis(1)).isEmpty());
    }

    @Test
    void whyItLockedIsRememberedUntilItIsUnlocked() {
        vault.keep(seed(), TEN);
        vault.trip();
        assertTrue(vault.seed(TEN).isEmpty());
        assertTrue(vault.isTripped());

        vault.keep(seed(), TEN);
        assertFalse(vault.isTripped());
    }

    @Test
    void theTimeIsFiveMinutesUnlessSet() {
        assertEquals(Duration.ofMinutes(5), IdleTime.read(null));
        assertEquals(Duration.ofMinutes(2), IdleTime.read("2"));
        assertEquals(Duration.ofMinutes(10), IdleTime.read("10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "11", "-1", "5.5", "five", "99999999999", "٥"})
    void aTimeThatCannotBeMeantStopsTheStart(String minutes) {
        assertThrows(IllegalStateException.class, () -> IdleTime.read(minutes));
    }

    private static LockedSeed seed() {
        UUID id = UUID.randomUUID();
        return new LockedSeed(
                id, id, new byte[16], new SealedText(new byte[0]), new PublicKeys(id, new byte[32], new byte[32]));
    }
}
