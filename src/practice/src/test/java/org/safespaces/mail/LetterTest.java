package org.safespaces.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safespaces.settings.RiskyWords;

/** Whatever can leave by mail may be read by the person who does harm. */
class LetterTest {
    private static final String WHEN = "Tuesday 10:00 (London time)";

    @ParameterizedTest
    @EnumSource
    void noLetterNamesAnybodyLeadsAnywhereOrSaysWhatItIsAbout(Letter letter) {
        assertEquals(List.of(), faults(letter.neutral(Optional.empty())));
        assertEquals(List.of(), faults(Wording.reminderOf(WHEN)));
    }

    @Test
    void theLintFindsWhatItLooksFor() {
        for (String bad : List.of(
                "Your therapist has written.",
                "A message is waiting for Linen.",
                "Sign in at https://example.org/client/home",
                "Sign in at practice.org",
                "Your session is at ten.",
                "Write to rowan@practice.example",
                "It is not safe.")) {
            assertFalse(faults(new Wording("A message is waiting", bad)).isEmpty(), bad);
            assertFalse(faults(new Wording(bad, "A message is waiting.")).isEmpty(), bad);
        }
    }

    private static List<String> faults(Wording wording) {
        return Stream.of(wording.subject(), wording.text())
                .flatMap(text -> RiskyWords.OF_LETTERS.in(text).stream())
                .toList();
    }

    /** Somebody who sees the list of her mail learns nothing from which of them there are. */
    @Test
    void allThatHappensToAnAppointmentReadsTheSame() {
        Set<Wording> said = Stream.of(Letter.values())
                .filter(letter -> letter.name().matches("(TIME|DIARY)_.*|.*_REMINDER"))
                .map(letter -> letter.neutral(Optional.of("Something is there.")))
                .collect(Collectors.toSet());
        assertEquals(Set.of(Letter.MESSAGE_WAITING.neutral(Optional.of("Something is there."))), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Tuesday",
                "10:00",
                "Tuesday 10:00",
                "tuesday 10:00 (London time)",
                "Tuesday 10:00 (London time) with Rowan",
                "Dear Linen, Tuesday 10:00 (London time)",
                "Tuesday 10:00 (http://example.org time)",
                "Tuesday 10:00 (London time)\nBcc: somebody@example.org"
            })
    void aReminderCarriesAWeekdayAndATimeAndNothingElse(String other) {
        assertThrows(IllegalArgumentException.class, () -> Wording.reminderOf(other));
    }

    @Test
    void aReminderSaysTheTimeInTheDoubledHourToo() {
        Wording first = Wording.reminderOf("Sunday 01:30 (first, summer time) (London time)");
        assertEquals("Reminder: Sunday 01:30 (first, summer time) (London time)", first.subject());
    }

    /** A letter that asks for something today would lose its point, and its subject would tell one practice from another. */
    @Test
    void thePracticeWordsThatSomethingWaitsAndNoOtherLetterAndNoSubject() {
        Optional<String> own = Optional.of("Something is there.");
        assertEquals(new Wording(Letter.subject(), "Something is there.\n"), Letter.MESSAGE_WAITING.neutral(own));
        assertEquals(Letter.PLEASE_READ_TODAY.neutral(Optional.empty()), Letter.PLEASE_READ_TODAY.neutral(own));
        assertEquals(
                Letter.usualText() + "\n",
                Letter.MESSAGE_WAITING.neutral(Optional.empty()).text());
    }

    @Test
    void ofTwoOppositeChangesNeitherIsToldAndOfSeveralOne() {
        assertEquals(Set.of(Letter.TIME_BOOKED), Letter.TIME_CANCELLED.undoes());
        assertTrue(Letter.DIARY_CANCELLED.undoes().containsAll(Set.of(Letter.DIARY_BOOKED, Letter.DIARY_REQUESTED)));
        assertTrue(Letter.TIME_CANCELLED.replaces().contains(Letter.TIME_APPROVED), "she waits for an answer");
        assertTrue(Letter.TIME_MOVED.toldBy().contains(Letter.TIME_BOOKED));
    }
}
