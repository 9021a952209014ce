package org.safespaces.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.measures.Score.Place;
import org.safespaces.measures.Score.Safety;

/** The fixtures MF01 to MF20 of measures.md, section 9. Items in order; {@code -} is a blank. */
class ScoringTest {
    private static final Definition PHQ9 = DefinitionFile.packed("phq-9-1.json");
    private static final Definition GAD7 = DefinitionFile.packed("gad-7-1.json");
    private static final Definition CORE10 = DefinitionFile.packed("core-10-1.json");
    private static final Definition PCL5 = DefinitionFile.packed("pcl-5-1.json");
    private static final Definition WSAS = DefinitionFile.packed("wsas-1.json");

    @Test
    void mf01AllNoughtIsNoneOrMinimalAndNoAlert() {
        assertScore("0", "none or minimal", Safety.NO, score(PHQ9, all(9, 0)));
    }

    @Test
    void mf02AllThreeIsSevereAndAnAlert() {
        assertScore("27", "severe", Safety.YES, score(PHQ9, all(9, 3)));
    }

    @Test
    void mf03ALowTotalHidesNoAlert() {
        Score score = score(PHQ9, "0 0 0 0 0 0 0 0 1");
        assertScore("1", "none or minimal", Safety.YES, score);
        assertTrue(score.asksToBeRead());
    }

    @ParameterizedTest
    @CsvSource({
        "4, none or minimal",
        "5, mild",
        "9, mild",
        "10, moderate",
        "14, moderate",
        "15, moderately severe",
        "19, moderately severe",
        "20, severe"
    })
    void mf04EachBandOfPhq9BeginsWhereItShould(int total, String band) {
        assertScore(String.valueOf(total), band, Safety.NO, score(PHQ9, summing(total, 8, 3) + " 0"));
    }

    @Test
    void mf05ABlankIsNotCountedAsNought() {
        Score score = score(PHQ9, "1 1 1 - 1 1 1 1 0");
        assertNoTotal(score);
        assertEquals(8, score.answered());
        assertEquals(9, score.items());
        assertFalse(score.asksToBeRead());
    }

    @Test
    void mf06ABlankSafetyItemIsNotAnsweredAndNoAlert() {
        Score score = score(PHQ9, "0 0 0 0 0 0 0 0 -");
        assertNoTotal(score);
        assertEquals(Safety.NOT_ANSWERED, score.safety());
        assertFalse(score.asksToBeRead());
    }

    @Test
    void mf07AValueOutsideTheScaleIsRefused() {
        assertThrows(AnswerRefused.class, () -> posted(PHQ9, "0 4 0 0 0 0 0 0 0", Map.of()));
        assertThrows(AnswerRefused.class, () -> posted(PHQ9, "0 -1 0 0 0 0 0 0 0", Map.of()));
        assertThrows(AnswerRefused.class, () -> posted(PHQ9, "0 much 0 0 0 0 0 0 0", Map.of()));
        assertThrows(AnswerRefused.class, () -> posted(PHQ9, all(9, 0), Map.of("extra", "4")));
        assertThrows(AnswerRefused.class, () -> posted(GAD7, all(7, 0), Map.of("extra", "0")), "it has none");
    }

    @Test
    void mf08APostedTotalIsNotLookedAt() {
        Answers answers = posted(PHQ9, all(9, 1), Map.of("total", "3"));
        assertScore("9", "mild", Safety.YES, Scoring.of(PHQ9, answers));
    }

    @Test
    void mf09TheQuestionAboutDifficultyIsKeptAndNotCounted() {
        Answers answers = posted(PHQ9, all(9, 0), Map.of("extra", "2"));
        assertScore("0", "none or minimal", Safety.NO, Scoring.of(PHQ9, answers));
        MeasureText.Extra extra = PHQ9.words().flatMap(MeasureText::extra).orElseThrow();
        assertEquals("Very difficult", extra.answers().get(answers.extra().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"4, minimal", "5, mild", "9, mild", "10, moderate", "14, moderate", "15, severe", "21, severe"})
    void mf10EachBandOfGad7BeginsWhereItShould(int total, String band) {
        assertScore(String.valueOf(total), band, Safety.NOT_ASKED, score(GAD7, summing(total, 7, 3)));
    }

    @Test
    void mf11TheTwoTurnedItemsOfCore10CountWhenNothingIsSaid() {
        assertScore("8", "low", Safety.NO, score(CORE10, all(10, 0)));
    }

    @Test
    void mf12Core10AtItsMost() {
        assertScore("32", "severe", Safety.YES, score(CORE10, all(10, 4)));
    }

    @Test
    void mf13ALowTotalOfCore10HidesNoAlertEither() {
        assertScore("1", "low", Safety.YES, score(CORE10, "0 4 4 0 0 1 0 0 0 0"));
    }

    @Test
    void mf14OneBlankOfCore10IsEstimatedAndSaysSo() {
        Score score = score(CORE10, "2 2 2 - 2 2 2 2 2 2");
        assertScore("20.0", "moderate to severe", Safety.YES, score);
        assertTrue(score.estimated());
        assertFalse(score(CORE10, all(10, 2)).estimated());
    }

    @Test
    void theBandOfAnEstimateIsThatOfTheNumberBeforeItIsRounded() {
        // nine items that come to 18: exactly 20; to 13: 14.44 is still mild, shown as 14.4
        Score score = score(CORE10, "1 3 3 - 1 1 1 1 2 4");
        assertEquals("14.4", score.total().map(BigDecimal::toPlainString).orElse(""));
        assertEquals("mild", score.band().map(Definition.Band::word).orElse(""));
    }

    @Test
    void mf15TwoBlanksOfCore10AreNoScore() {
        Score score = score(CORE10, "- 2 2 2 2 2 - 2 2 2");
        assertNoTotal(score);
        assertEquals(8, score.answered());
    }

    @Test
    void mf16Pcl5AtItsMostAndAtItsLeast() {
        Score most = score(PCL5, all(20, 4));
        assertEquals("80", most.total().orElseThrow().toPlainString());
        assertEquals(List.of(20, 8, 28, 24), sums(most));
        assertEquals(
                sums(most), most.clusters().stream().map(Score.Part::highest).toList());
        assertEquals(Optional.of(Place.ABOVE), most.place());
        assertEquals(Optional.of(true), most.pattern());
        Score least = score(PCL5, all(20, 0));
        assertEquals("0", least.total().orElseThrow().toPlainString());
        assertEquals(Optional.of(Place.BELOW), least.place());
        assertEquals(Optional.of(false), least.pattern());
    }

    @Test
    void mf17ThePatternCanBeMetBelowTheCutPoint() {
        int[] items = new int[20];
        for (int item : new int[] {1, 6, 8, 9, 15, 16}) {
            items[item - 1] = 2;
        }
        Score score = score(PCL5, text(items));
        assertEquals("12", score.total().orElseThrow().toPlainString());
        assertEquals(Optional.of(Place.BELOW), score.place());
        assertEquals(Optional.of(true), score.pattern());
        items[15] = 1;
        assertEquals(Optional.of(false), score(PCL5, text(items)).pattern(), "one of E is not enough");
    }

    @ParameterizedTest
    @CsvSource({"30, BELOW", "31, AT", "33, AT", "34, ABOVE"})
    void mf18TheCutPointOfPcl5IsThreeTotalsWide(int total, Place place) {
        assertEquals(Optional.of(place), score(PCL5, summing(total, 20, 4)).place());
    }

    @Test
    void mf19ABlankOfPcl5LeavesNoTotalNoClusterAndNoPattern() {
        int[] items = new int[20];
        items[11] = -9;
        Score score = score(PCL5, text(items).replace("-9", "-"));
        assertNoTotal(score);
        assertEquals(List.of(), score.clusters());
        assertEquals(Optional.empty(), score.pattern());
        assertEquals(19, score.answered());
    }

    @ParameterizedTest
    @CsvSource({"9, low", "10, significant", "20, significant", "21, moderately severe"})
    void mf20EachBandOfWsasBeginsWhereItShould(int total, String band) {
        assertScore(String.valueOf(total), band, Safety.NOT_ASKED, score(WSAS, summing(total, 5, 8)));
    }

    @Test
    void mf20WsasIsNotScoredWhereItsFirstItemDoesNotApply() {
        assertNoTotal(Scoring.of(WSAS, posted(WSAS, "-1 2 2 2 2", Map.of())));
        assertNoTotal(score(WSAS, "- 2 2 2 2"));
        assertThrows(AnswerRefused.class, () -> posted(WSAS, "2 -1 2 2 2", Map.of()));
    }

    private static void assertScore(String total, String band, Safety safety, Score score) {
        assertEquals(total, score.total().map(BigDecimal::toPlainString).orElse("none"));
        assertEquals(band, score.band().map(Definition.Band::word).orElse("none"));
        assertEquals(safety, score.safety());
    }

    private static void assertNoTotal(Score score) {
        assertEquals(Optional.empty(), score.total());
        assertEquals(Optional.empty(), score.band());
        assertEquals(Optional.empty(), score.place());
    }

    private static List<Integer> sums(Score score) {
        return score.clusters().stream().map(Score.Part::sum).toList();
    }

    private static Score score(Definition definition, String items) {
        return Scoring.of(definition, posted(definition, items, Map.of()));
    }

    private static Answers posted(Definition definition, String items, Map<String, String> more) {
        String[] each = items.split(" ");
        assertEquals(definition.items(), each.length);
        Map<String, String> fields = new HashMap<>(more);
        for (int item = 1; item <= each.length; item++) {
            if (!each[item - 1].equals("-")) {
                fields.put("i" + item, each[item - 1]);
            }
        }
        return Answers.read(definition, name -> Optional.ofNullable(fields.get(name)));
    }

    private static String all(int items, int value) {
        return String.join(" ", Collections.nCopies(items, String.valueOf(value)));
    }

    /** Items that come to a sum, the first ones as high as they can be. */
    private static String summing(int sum, int items, int most) {
        return text(IntStream.range(0, items)
                .map(item -> Math.max(0, Math.min(most, sum - item * most)))
                .toArray());
    }

    private static String text(int[] items) {
        return String.join(" ", Arrays.stream(items).mapToObj(String::valueOf).toList());
    }
}
