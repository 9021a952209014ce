package org.safespaces.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.vault.SealedText;

class OutgoingLetterTest {
    private static final Instant NOW = Instant.parse("2027-03-08T10:00:00Z");

    @Test
    void itIsTriedAgainAfterOneFiveAndThirtyMinutesAndThenNeverMore() {
        OutgoingLetter letter = until(Duration.ofDays(7));
        Instant at = NOW;
        for (int minutes : new int[] {1, 5, 30}) {
            assertTrue(letter.failed(at));
            assertEquals(at.plus(Duration.ofMinutes(minutes)), letter.notBefore());
            assertEquals(LetterState.WAITING, letter.state());
            at = letter.notBefore();
        }
        assertFalse(letter.failed(at));
        assertEquals(LetterState.DEAD, letter.state());
    }

    @Test
    void itIsNotTriedAgainWhenItWouldBeTooLate() {
        OutgoingLetter letter = until(Duration.ofMinutes(3));
        assertTrue(letter.failed(NOW));
        assertFalse(letter.failed(NOW.plus(Duration.ofMinutes(1))), "five minutes later it says nothing any more");
        assertEquals(LetterState.DEAD, letter.state(), "and somebody is told so");
    }

    private static OutgoingLetter until(Duration life) {
        return new OutgoingLetter(
                UUID.randomUUID(),
                new SealedText(new byte[1]),
                new byte[32],
                Letter.MESSAGE_WAITING,
                UUID.randomUUID(),
                new OutgoingLetter.Times(NOW, NOW.plus(life), Optional.empty()));
    }
}
