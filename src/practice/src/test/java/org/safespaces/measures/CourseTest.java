package org.safespaces.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.ClearText;

/** Results beside each other: first, latest, the one before, and gaps that are none of them. */
class CourseTest {
    private static final Definition GAD7 = DefinitionFile.packed("gad-7-1.json");
    private static final Instant BEGUN = Instant.parse("2026-10-01T10:00:00Z");

    private static Result result(int week, Integer... items) {
        List<Optional<Integer>> all = new ArrayList<>();
        for (Integer item : items) {
            all.add(Optional.ofNullable(item));
        }
        all.addAll(Collections.nCopies(GAD7.items() - items.length, Optional.of(0)));
        Answers answers = new Answers(all, Optional.empty());
        return new Result(
                UUID.randomUUID(),
                GAD7,
                answers,
                Scoring.of(GAD7, answers),
                Result.By.CLIENT,
                BEGUN.plus(Duration.ofDays(7L * week)));
    }

    @Test
    void aFormWithoutATotalIsNeitherTheLatestNorTheOneBefore() {
        Result first = result(0, 3, 3);
        Result second = result(1, 3);
        Result blank = result(2, (Integer) null);
        Result latest = result(3, 1);
        Course course = Course.of(List.of(first, second, blank, latest), OptionalInt.empty());
        assertEquals(Optional.of(first), course.first());
        assertEquals(Optional.of(second), course.before());
        assertEquals(Optional.of(latest), course.latest());
        assertEquals("5", course.sinceFirst().orElseThrow().points().toPlainString());
        assertEquals("2", course.sinceBefore().orElseThrow().points().toPlainString());
    }

    @Test
    void oneTotalAloneDiffersFromNothing() {
        Course course = Course.of(List.of(result(0, 3)), OptionalInt.of(4));
        assertEquals(course.first(), course.latest());
        assertEquals(Optional.empty(), course.before());
        assertEquals(Optional.empty(), course.sinceFirst());
    }

    @Test
    void withoutAnyTotalThereIsNothingButGaps() {
        Course course = Course.of(List.of(result(0, (Integer) null)), OptionalInt.empty());
        assertEquals(Optional.empty(), course.latest());
        assertEquals(1, course.results().size());
    }

    @Test
    void whatWasAnsweredIsReadAsItWasWrittenAndCountedAnew() {
        Result result = result(0, 3, null, 1);
        Definitions definitions = new Definitions(new PracticeSettings());
        try (ClearText text = ResultDocument.write(GAD7, result.answers(), Result.By.CLIENT, result.at())) {
            assertEquals(result, ResultDocument.read(result.id(), text.text(), definitions));
        }
    }
}
