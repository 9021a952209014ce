package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.intake.Walker.adult;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The way through the form, as somebody goes it. */
class FormWalkTest {
    private static final List<String> TRIAGE = List.of("who", "safe", "happening", "image", "where", "places");

    @Test
    void theTriageIsFiveShortPagesAndThenThePlaces() {
        Walker she = new Walker().upTo("places", adult("money"));
        assertEquals(TRIAGE, she.pages());
    }

    @Test
    void theFakeIsAskedAfterOnlyWhereThereIsNoRealImage() {
        Walker she = new Walker().upTo("places", adult("fake", "T4", "none", "T4a", "noimage"));
        assertEquals(List.of("who", "safe", "happening", "image", "fake", "where", "places"), she.pages());
    }

    @Test
    void imagesAreNotAskedAboutWhenItIsOnlySomethingElse() {
        Walker she = new Walker().upTo("places", adult("general"));
        assertFalse(she.pages().contains("image"));
        assertFalse(she.answers().asked("T4"));
    }

    @Test
    void aCrisisIsMetAtOnceAndStopsNoAdult() {
        Walker she = new Walker().upTo("crisis", adult("money", "T3", "crisis"));
        assertEquals(List.of("who", "safe", "crisis"), she.pages());
        she.upTo("check", adult("money"));
        assertTrue(she.route().shows(Card.CALM));
    }

    @Test
    void somebodyUnderAgeIsAskedNothingMore() {
        Walker she = new Walker().upTo("crisis", adult("money", "T2", "16to17", "T3", "crisis"));
        she.answer(Map.of());
        assertEquals("under-18", she.page());
        she.answer(Map.of());
        assertEquals("under-18", she.page());
        assertEquals("crisis", she.move(Move.BACK).page());
    }

    @Test
    void whoeverMayBeHurtIsToldSoFirstAndAskedHowToBeReachedBeforeHerStory() {
        Walker she = new Walker().upTo("check", adult("money", "T3", "danger"));
        assertEquals("danger", she.pages().get(2));
        assertTrue(she.pages().indexOf("sc01") < she.pages().indexOf("s01"));
        assertEquals(1, she.pages().stream().filter("sc01"::equals).count());
    }

    @Test
    void whereSomebodyCloseDidItHowToReachHerComesBeforeWhoSheIs() {
        Walker she = new Walker().upTo("check", adult("shared", "B06", "live", "B05", "ex"));
        assertTrue(she.pages().indexOf("sc01") < she.pages().indexOf("w01"));
        assertTrue(she.pages().indexOf("sc01") < she.pages().indexOf("n01"));
        Walker other = new Walker().upTo("check", adult("shared"));
        assertTrue(other.pages().indexOf("n01") < other.pages().indexOf("sc01"));
    }

    @Test
    void nobodyReachesABoxToTypeInBeforeTheLimitsWereSaid() {
        for (String happening : List.of("money", "shared", "general", "money,shared", "email_claim")) {
            for (String safe : List.of("ok", "danger", "thoughts")) {
                Walker she = new Walker().upTo("check", adult(happening, "T3", safe));
                int limits = she.pages().indexOf("limits");
                FormDefinition form = Walker.WALK.form(she.copy());
                she.pages().stream()
                        .filter(page -> form.page(page).map(FormPage::isTyped).orElse(false))
                        .forEach(page -> assertTrue(she.pages().indexOf(page) > limits, page));
            }
        }
    }

    @Test
    void aDemandWithAbuseBringsTheQuestionsAboutImagesAsWell() {
        Walker she = new Walker().upTo("check", adult("money,shared", "B01", "fake,unwanted"));
        List<String> extras = List.of("b01", "b16", "b03", "b06", "b07", "b08", "b09", "b15", "b11", "b13");
        assertTrue(she.pages().containsAll(extras));
        for (String notAsked : List.of("b02", "b04", "b05", "b10", "b12", "b14")) {
            assertFalse(she.pages().contains(notAsked), notAsked);
        }
        assertFalse(new Walker().upTo("check", adult("money")).pages().contains("b01"));
    }

    @Test
    void whatWasToldBeforeIsChosenAlready() {
        Walker she = new Walker().upTo("b01", adult("shared,threat_known,hacked"));
        Question asked = Walker.WALK.page(she.copy()).orElseThrow().questions().get(0);
        assertEquals(List.of("shared", "threat", "stolen"), asked.chosen(she.answers()));
        she.upTo("b10", Map.of());
        assertEquals(
                List.of("no"),
                Walker.WALK.page(she.copy()).orElseThrow().questions().get(0).chosen(she.answers()));
    }

    @Test
    void whatIsHiddenByALaterAnswerIsForgotten() {
        Walker she = new Walker().upTo("s15", adult("money", "S12", "money", "S13", "yes", "S14", "yes"));
        assertTrue(she.answers().asked("S13"));
        she.change("s12").answer("S12", "no");
        assertFalse(she.answers().asked("S13"));
        assertFalse(she.answers().asked("S14"));
        assertFalse(she.route().shows(Card.PAID));
    }

    @Test
    void anotherFormForgetsWhatOnlyTheFirstOneAsked() {
        Walker she = new Walker().upTo("check", adult("money", "S12", "money", "S17", "my words"));
        she.change("happening").answer("T5", "shared");
        assertFalse(she.answers().asked("S17"));
        assertFalse(she.answers().asked("S12"));
        assertEquals("before-b01", she.page(), "what has come up is asked next, with its notice");
        she.upTo("check", Map.of());
        assertEquals(FormKind.IMAGE_ABUSE, she.route().form());
    }

    @Test
    void oneChangedAnswerLeadsStraightBackToThePageBeforeSending() {
        Walker she = new Walker().upTo("check", adult("money"));
        she.change("s02").answer("S02", "coming");
        assertEquals("check", she.page());
        she.change("s10").answer("S10", "yes");
        assertEquals("s11", she.page(), "what it brings up is asked first");
        she.answer("S11", "family");
        assertEquals("s12", she.page());
    }

    @Test
    void backStepsAndGoingOnStepsAgain() {
        Walker she = new Walker().upTo("s04", adult("money"));
        assertEquals("s03", she.move(Move.BACK).page());
        assertEquals("s02", she.move(Move.BACK).page());
        assertEquals("s03", she.answer("S02", "quiet").page());
        assertEquals(
                "where",
                new Walker().upTo("places", adult("money")).move(Move.BACK).page());
    }

    @Test
    void aBlankOnTheWayBackIsNoAnswer() {
        Walker she = new Walker().answer(Map.of("T1", "me", "T2", "adult")).move(Move.BACK);
        assertFalse(she.answers().asked("T3"));
        assertFalse(she.route().shows(Card.CALM));
        she.upTo("safe", Map.of()).move(Move.SKIP);
        assertTrue(she.answers().blank("T3"));
        assertTrue(she.route().shows(Card.CALM), "left blank counts as not said");
    }

    @Test
    void fromEachPageOfTheTriageItIsOneStepToThePlaces() {
        for (String page : List.of("who", "safe", "happening", "image", "where")) {
            Walker she = new Walker().upTo(page, adult("money")).move(Move.PLACES);
            assertEquals("places", she.page(), page);
            assertTrue(Walker.WALK.isTriageOpen(she.copy()), page);
            assertEquals(page, she.move(Move.BACK).page());
            assertEquals(page, she.move(Move.PLACES).answer(Map.of()).page(), "going on asks what is left");
        }
    }

    @Test
    void whoeverDoesNotSayHerAgeReadsEverythingAndSendsNothing() {
        Walker she = new Walker().upTo("places", adult("money", "T2", "rather"));
        assertTrue(she.route().shows(Card.AGE_UNSAID));
        assertEquals("places", she.answer(Map.of()).page());
        assertThrows(NotComplete.class, () -> Walker.WALK.complete(she.copy()));
        she.change("who").answer(Map.of("T1", "me", "T2", "adult"));
        assertEquals("limits", she.page(), "once said, it goes on");
    }

    @Test
    void whoeverAsksForSomebodyElseGetsNoForm() {
        Walker she = new Walker().upTo("places", adult("shared", "T1", "other"));
        assertTrue(she.route().shows(Card.SUPPORTER));
        assertEquals("places", she.answer(Map.of()).page());
        assertThrows(NotComplete.class, () -> Walker.WALK.complete(she.copy()));
    }

    @Test
    void theGeneralFormOffersTheOthersAndKeepsWhatWasSaid() {
        Walker she = new Walker().upTo("g04", adult("general", "G01", "online", "G02", "weeks", "G03", "no"));
        she.answer("G04", "demand");
        assertEquals("g04-offer", she.page());
        she.answer("G04offer", "yes");
        assertEquals(List.of("demand_other"), she.answers().to("T5"));
        assertEquals("image", she.page(), "what must be known now is asked at once");
        she.answer("T4", "no");
        assertEquals("s01", she.page());
        she.upTo("check", adult("demand_other"));
        assertEquals(List.of("online"), she.answers().to("G01"));
        assertEquals(FormKind.SEXTORTION, she.route().form());
        assertEquals(List.of("online"), Walker.WALK.complete(she.copy()).to("G01"));
        assertFalse(she.pages()
                .subList(she.pages().indexOf("s01"), she.pages().size())
                .contains("g07"));
    }

    @Test
    void theOfferMayBeDeclinedAndTakenBack() {
        Walker she = new Walker().upTo("g04-offer", adult("general", "G04", "images"));
        she.answer("G04offer", "no");
        assertEquals("g05", she.page());
        she.change("g04-offer").answer("G04offer", "yes");
        assertEquals(FormKind.IMAGE_ABUSE, she.route().form());
        she.change("g04-offer").answer("G04offer", "no");
        assertEquals(FormKind.GENERAL, she.route().form());
        assertEquals(List.of("general"), she.answers().to("T5"));
    }

    @Test
    void aNoticeComesBeforeWhatIsHardAndItCanBeSkipped() {
        Map<String, String> hard = Map.of(
                "before-s05",
                "s05",
                "before-b01",
                "b01",
                "before-b11",
                "b11",
                "before-w01",
                "w01",
                "before-g03",
                "g03");
        hard.forEach((notice, page) -> {
            String happening = notice.endsWith("s05") ? "money" : notice.contains("-b") ? "shared" : "general";
            Walker she = new Walker().upTo(notice, adult(happening));
            Answers before = she.answers();
            she.move(Move.SKIP_PART);
            assertFalse(she.page().equals(page), notice);
            String question = page.toUpperCase(java.util.Locale.ROOT);
            assertTrue(she.answers().blank(question), question);
            assertFalse(before.asked(question));
            she.upTo("check", adult(happening));
            assertFalse(she.pages().contains(page), page);
            Walker other = new Walker().upTo(notice, adult(happening)).answer(Map.of());
            assertEquals(page, other.page());
        });
    }

    @Test
    void aWholeSectionCanBeSkippedAndNothingMustBeAnsweredInIt() {
        Walker she = new Walker().upTo("s03", adult("money")).move(Move.SKIP_SECTION);
        assertEquals("before-w01", she.page());
        assertEquals("h01", she.move(Move.SKIP_SECTION).page());
        assertEquals("p01", she.move(Move.SKIP_SECTION).page());
        assertEquals("n01", she.move(Move.SKIP_SECTION).page());
        assertEquals("sc01", she.move(Move.SKIP_SECTION).page());
        assertEquals("sc01", she.post(Move.SKIP_SECTION, id -> new String[0]).page());
        assertEquals(Map.of("SC01", "missing"), she.errors());
    }

    @Test
    void atMostFourThingsMustBeAnsweredAndTheRestCanBeSkipped() {
        for (String happening : List.of("money", "shared", "general", "money,shared", "email_claim")) {
            Walker she = new Walker();
            Set<String> must = new TreeSet<>();
            while (!she.page().equals("check")) {
                String page = she.page();
                if (page.equals("happening")) {
                    she.answer("T5", happening);
                } else if (she.move(Move.SKIP).page().equals(page)) {
                    must.add(page);
                    she.answer(adult(happening, "SC01", "code"));
                    assertFalse(she.page().equals(page), page);
                }
            }
            assertEquals(
                    "general".equals(happening) ? Set.of("who", "x01") : Set.of("who", "image", "x01"),
                    must,
                    "how to reply has an answer already");
            assertTrue(Walker.WALK.complete(she.copy()).has("T2", "adult"));
        }
    }

    @Test
    void whatMustBeAnsweredIsAskedForAndThePageStays() {
        Walker she = new Walker().answer(Map.of());
        assertEquals("who", she.page());
        assertEquals(Map.of("T2", "missing"), she.errors());
        she.upTo("image", adult("money")).answer(Map.of());
        assertEquals(Map.of("T4", "missing"), she.errors());
        she.upTo("x01", adult("money")).answer(Map.of());
        assertEquals(Map.of("X01", "missing"), she.errors());
        Walker other =
                new Walker().upTo("sc02", adult("money", "SC01", "email")).answer("SC02", "not an address");
        assertEquals(Map.of("SC02", "email"), other.errors());
    }

    @Test
    void whatNobodyAskedIsNeverTaken() {
        Walker she = new Walker()
                .post(Move.GO_ON, id -> "T2".equals(id) ? new String[] {"adult", "u13"} : new String[] {"me<script>"});
        assertEquals(List.of("adult"), she.answers().to("T2"));
        assertEquals(List.of(), she.answers().to("T1"));
        Walker general = new Walker().upTo("w01", adult("general")).answer("W01", "buzz,panic,nonsense");
        assertEquals(List.of("panic"), general.answers().to("W01"), "not asked on this form");
    }

    @Test
    void valuesThatStandAloneGiveWayInSilence() {
        Walker she = new Walker().upTo("s12", adult("money")).answer("S12", "no,money,rather");
        assertEquals(List.of("money"), she.answers().to("S12"));
        Walker two = new Walker().upTo("s06", adult("money")).answer("S06", "not_said,money");
        assertEquals(List.of("money", "not_said"), sorted(two.answers().to("S06")));
        Walker alone = new Walker().upTo("s15", adult("money")).answer("S15", "nothing,rather");
        assertEquals(1, alone.answers().to("S15").size());
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }

    @Test
    void anAnswersHelpIsFreshOnThePageThatFollowsAndOldAfterwards() {
        Walker she = new Walker().upTo("s13", adult("money", "S12", "money"));
        assertEquals(Set.of(Card.PAID), she.copy().fresh());
        she.answer("S13", "no");
        assertEquals(Set.of(), she.copy().fresh());
        assertTrue(she.route().shows(Card.PAID));
    }

    @Test
    void whoeverMayBeWatchedIsHiddenFromThenOnAndMayTurnItOff() {
        Walker she = new Walker().upTo("b08", adult("shared", "B07", "maybe"));
        assertTrue(she.copy().shared());
        assertTrue(she.copy().hidden());
        WorkingCopy off = she.copy().shared(false);
        assertFalse(off.shared());
        assertFalse(
                Walker.WALK.move(off, Move.GO_ON, id -> new String[0]).copy().shared());
    }

    @Test
    void aCopyIsTheSameAfterItWasPutAway() {
        WorkingCopy copy = new Walker()
                .upTo("s13", adult("money", "S12", "money", "S17", "ä\uD83C\uDF3B"))
                .copy()
                .shared(true);
        WorkingCopy again = WorkingCopy.fromText(copy.toText());
        assertTrue(again.answers().sameAs(copy.answers()));
        assertEquals(copy.page(), again.page());
        assertEquals(copy.fresh(), again.fresh());
        assertEquals(copy.sendingId(), again.sendingId());
        assertTrue(again.shared() && again.hidden());
        assertTrue(again.answers().blank("S03"));
        assertFalse(again.answers().asked("S15"));
        assertEquals("WorkingCopy[redacted]", again.toString());
    }

    @Test
    void onceSentNothingOfHerAnswersIsLeft() {
        WorkingCopy sent = new Walker()
                .upTo("check", adult("money", "S17", "my words"))
                .copy()
                .sent("1234 5678 9012 3456", List.of("SAM"));
        assertTrue(sent.isSent());
        assertFalse(sent.toText().contains("my words"));
        assertFalse(sent.toText().contains("adult"));
        assertEquals(List.of("SAM"), WorkingCopy.fromText(sent.toText()).places());
    }
}
