package org.safespaces.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can leave by mail may be read by the person who does harm. */
class LetterTest {
    private static final String WHEN = "Tuesday 10:00 (London time)";

    /** What no letter says, in whatever form the word stands. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(therap|counsel|clinic|session|appointment|book|cancel|client|patient|practice|diary|abus|assault|rape|victim"
                    + "|surviv|sextort|blackmail|porn|nude|naked|image|photo|picture|video|sex|intimate|harm|hurt|crisis|suicid|safe"
                    + "|danger|threat|police|court|report|trauma|mental|health|help|support|confidential|enquir|space|dear|hello|hi\\b"
                    + "|password|code|click|link)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK =
            Pattern.compile("https?:|www\\.|mailto:|://|\\w@\\w|\\w\\.(org|com|net|uk)\\b|<|>|[?&]\\w+=");

    /** The only words with a capital inside of a sentence are days and places of time. */
    private static final Pattern NAME = Pattern.compile("(?<=[a-z,;] )[A-Z][a-z]+");

    private static final Set<String> NO_NAMES = Set.of("London");

    @ParameterizedTest
    @EnumSource
    void noLetterNamesAnybodyLeadsAnywhereOrSaysWhatItIsAbout(Letter letter) {
        assertEquals(List.of(), faults(letter.neutral()));
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
                .flatMap(text -> Stream.of(FORBIDDEN, LINK, NAME)
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .map(found -> found.group())
                        .filter(found -> !NO_NAMES.contains(found)))
                .toList();
    }

    /** Somebody who sees the list of her mail learns nothing from which of them there are. */
    @Test
    void allThatHappensToAnAppointmentReadsTheSame() {
        Set<Wording> said = Stream.of(Letter.values())
                .filter(letter -> letter.name().matches("(TIME|DIARY)_.*|.*_REMINDER"))
                .map(Letter::neutral)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Letter.MESSAGE_WAITING.neutral()), said);
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

    @Test
    void ofTwoOppositeChangesNeitherIsToldAndOfSeveralOne() {
        assertEquals(Set.of(Letter.TIME_BOOKED), Letter.TIME_CANCELLED.undoes());
        assertTrue(Letter.DIARY_CANCELLED.undoes().containsAll(Set.of(Letter.DIARY_BOOKED, Letter.DIARY_REQUESTED)));
        assertTrue(Letter.TIME_CANCELLED.replaces().contains(Letter.TIME_APPROVED), "she waits for an answer");
        assertTrue(Letter.TIME_MOVED.toldBy().contains(Letter.TIME_BOOKED));
    }
}
