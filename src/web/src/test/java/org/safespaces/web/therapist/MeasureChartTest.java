package org.safespaces.web.therapist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.measures.Answers;
import org.safespaces.measures.Course;
import org.safespaces.measures.Definition;
import org.safespaces.measures.Definitions;
import org.safespaces.measures.Result;
import org.safespaces.measures.Score;
import org.safespaces.settings.PracticeSettings;

/** A drawing says what the numbers say: no line over a gap, no point for what was not counted (measures.md CH2, CH4). */
class MeasureChartTest {
    private static final Definition GAD7 =
            new Definitions(new PracticeSettings()).toAsk("GAD7").orElseThrow();
    private static final Instant BEGUN = Instant.parse("2026-10-22T10:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** One form a week; null for one without a total. */
    private static MeasureChart chart(List<Instant> sessions, Integer... totals) {
        List<Result> results = new ArrayList<>();
        for (int week = 0; week < totals.length; week++) {
            results.add(result(week, totals[week]));
        }
        Course course = new Course(
                GAD7,
                results,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return MeasureChart.of(course, sessions, LONDON, new MeasureChart.Words() {
            @Override
            public String total(Result result) {
                return result.score().total().orElseThrow().toPlainString();
            }

            @Override
            public String answered(Result result) {
                return result.score().answered() + " of 7";
            }

            @Override
            public String threshold(Definition definition) {
                return "usual cut-point";
            }
        });
    }

    private static Result result(int week, Integer total) {
        Score score = new Score(
                Optional.ofNullable(total).map(BigDecimal::valueOf),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                total == null ? 6 : 7,
                7,
                Score.Safety.NOT_ASKED);
        Answers answers = new Answers(Collections.nCopies(7, Optional.empty()), Optional.empty());
        return new Result(
                UUID.randomUUID(), GAD7, answers, score, Result.By.CLIENT, BEGUN.plus(Duration.ofDays(7L * week)));
    }

    @Test
    void noLineCrossesAGapAndNoPointStandsInIt() {
        MeasureChart chart = chart(List.of(), 12, 10, null, 7, 5);
        assertEquals(4, chart.dots().size());
        assertEquals(2, chart.lines().size());
        assertEquals(
                List.of("6 of 7"),
                chart.gaps().stream().map(MeasureChart.Mark::words).toList());
    }

    @Test
    void aTotalBetweenTwoGapsIsAPointWithoutALine() {
        MeasureChart chart = chart(List.of(), null, 9, null);
        assertEquals(1, chart.dots().size());
        assertEquals(List.of(), chart.lines());
    }

    @Test
    void aHigherTotalStandsHigher() {
        MeasureChart chart = chart(List.of(), 0, 21);
        assertTrue(y(chart, 1) < y(chart, 0));
        assertEquals(chart.grid().get(0).y(), chart.dots().get(0).y(), "nought on the lowest line");
        assertEquals(chart.grid().get(4).y(), chart.dots().get(1).y(), "the highest total on the highest");
    }

    private static double y(MeasureChart chart, int dot) {
        return Double.parseDouble(chart.dots().get(dot).y());
    }

    @Test
    void sessionsBetweenTheFirstFormAndTheLastAreMarked() {
        Instant before = BEGUN.minusSeconds(1);
        Instant between = BEGUN.plus(Duration.ofDays(3));
        Instant after = BEGUN.plus(Duration.ofDays(8));
        assertEquals(
                1, chart(List.of(before, between, after), 12, 10).sessions().size());
    }

    @Test
    void theUsualCutPointIsALineWithWords() {
        assertEquals(
                "usual cut-point",
                chart(List.of(), 12).threshold().orElseThrow().words());
    }

    @Test
    void oneFormAloneIsDrawnInTheMiddle() {
        MeasureChart chart = chart(List.of(), 12);
        assertEquals(1, chart.dots().size());
        assertEquals("12", chart.dots().get(0).label());
    }
}
