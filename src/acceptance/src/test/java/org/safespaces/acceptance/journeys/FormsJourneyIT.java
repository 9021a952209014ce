package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Rows;
import org.safespaces.acceptance.support.Visitor;

/** The three forms, whole, on a phone whose browser runs no script; and every screen that an answer leads to. */
class FormsJourneyIT {
    private static final List<String> WRITTEN =
            List.of("intake", "intake_sending", "code_draft", "return_code", "outbox");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "general,   g07, G07, 'Anyone hurting or threatening'",
        "money,     s17, S17, 'What they want'",
        "shared,    b14, B14, 'What has been done'",
        "'money,fake', s17, S17, 'Whether people can tell'"
    })
    void aWholeFormIsFilledInSentAndReadWithItsOwnQuestions(String happening, String page, String words, String asked) {
        String story = "the story of " + happening + " in words";
        Map<String, String> answers = everything(happening, words, story);
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo(page, answers);
            assertTrue(visitor.text().contains("with three limits"), "the limits stand where words are asked for");
            assertTrue(visitor.text().contains("Please do not send images"));
            enquiry.upTo("check", answers);
            assertTrue(visitor.text().contains(story));
            assertTrue(visitor.text().contains(asked));
            assertNarrow(visitor);
            enquiry.press("hide");
            assertFalse(visitor.page().content().contains(story), "covered, not only painted over");
            enquiry.press("hide").press("change-n01").write("N01", "Sedge");
            assertEquals("check", enquiry.at());
            String code = enquiry.send();
            assertEquals(16, code.length());
            assertTrue(visitor.text().contains("We have what you sent"));
            assertTrue(visitor.text().contains("Samaritans") || visitor.text().contains("Revenge Porn Helpline"));
            assertFalse(visitor.page().content().contains(story));
            enquiry.press("clear");
            assertEquals(visitor.world().address() + "/", visitor.page().url());
        }
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            Inbox.openNewest(rowan);
            assertTrue(rowan.text().contains(story));
            assertTrue(rowan.text().contains(asked));
            assertTrue(rowan.text().contains("Sedge"));
        }
    }

    /** Something for each question that is not what is chosen anyway. */
    private static Map<String, String> everything(String happening, String words, String story) {
        Map<String, String> answers = Enquiry.adult(happening, words, story, "N01", "Rush", "SC11", "willow");
        answers.putAll(
                Map.of("G01", "online", "G03", "no", "S06", "money", "S12", "no", "B01", "shared", "B09", "face"));
        answers.putAll(Map.of("W01", "sleep,panic", "H01", "say_it", "H03", "chat", "P01", "no", "N04", "off"));
        return answers;
    }

    private static void assertNarrow(Visitor visitor) {
        Object wide = visitor.page().evaluate("() => document.documentElement.scrollWidth");
        assertTrue(((Number) wide).intValue() <= 390, "nothing to scroll sideways: " + wide);
    }

    @Test
    void aWholeEnquiryIsSentWithTheKeyboardAlone() {
        Map<String, String> answers = new HashMap<>(
                Enquiry.adult("money", "S02", "coming", "S06", "money", "S12", "no", "S17", "typed on a keyboard"));
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Page page = visitor.page();
            visitor.goTo("/support");
            tabTo(page, "button.button-main[value=begin]");
            enter(page);
            Enquiry enquiry = Enquiry.of(visitor);
            for (int step = 0; !enquiry.at().equals("check"); step++) {
                assertTrue(step < 100, enquiry.at());
                for (String question : asked(page)) {
                    answerByKeys(page, question, answers.get(question));
                }
                tabTo(page, "main .send button[value=go-on]");
                enter(page);
            }
            assertTrue(visitor.text().contains("typed on a keyboard"));
            tabTo(page, "main .send button[value=send]");
            enter(page);
            assertTrue(visitor.text().contains("We have what you sent"));
        }
    }

    private static List<String> asked(Page page) {
        return page.locator("fieldset.question").all().stream()
                .map(question -> question.getAttribute("id").substring("q-".length()))
                .toList();
    }

    private static void answerByKeys(Page page, String question, String answer) {
        if (answer == null) {
            return;
        }
        if (page.locator("#in-" + question).count() > 0) {
            tabTo(page, "#in-" + question);
            page.keyboard().type(answer);
            return;
        }
        String wanted = "#" + question + "-" + answer;
        if (page.locator(wanted).getAttribute("type").equals("radio")) {
            // one stop for a group: arrows move inside it
            tabTo(page, "input[name='q." + question + "']");
            page.keyboard().press("Space");
            for (int step = 0; !page.locator(wanted).isChecked(); step++) {
                assertTrue(step < 12, wanted);
                page.keyboard().press("ArrowDown");
            }
        } else {
            tabTo(page, wanted);
            page.keyboard().press("Space");
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int step = 0; step < 120; step++) {
            page.keyboard().press("Tab");
            assertFocusIsSeen(page);
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    /** It is on something, which is ringed, in view, and under nothing else. */
    private static void assertFocusIsSeen(Page page) {
        Object where = page.evaluate(
                """
                () => {
                  const at = document.activeElement;
                  if (at === document.body) return "";
                  const name = at.tagName + " " + at.id + " " + at.className;
                  const around = [at, ...(at.labels || []), at.parentElement, at.parentElement.parentElement];
                  const ringed = around.find(each => getComputedStyle(each).outlineStyle !== "none");
                  if (!ringed) return name + " has no ring";
                  const box = ringed.getBoundingClientRect();
                  if (box.bottom < 0 || box.top > innerHeight) return name + " is out of view";
                  const x = Math.min(box.right, innerWidth) - 6;
                  const y = Math.min(Math.max(box.top, 0) + 6, innerHeight - 1);
                  const top = document.elementFromPoint(Math.max(x, 0), y);
                  return top && (ringed.contains(top) || top.contains(ringed)) ? "" : name + " is covered";
                }""");
        assertEquals("", where);
    }

    private static void enter(Page page) {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    @Test
    void aCrisisIsMetAtOnceWithNumbersAndCanBeLeftOrGoneOnFrom() {
        withoutAnyRow(visitor -> {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("crisis", Enquiry.adult("money", "T3", "acted"));
            String text = visitor.page().locator("main").innerText();
            assertTrue(text.indexOf("Call 999 or go to A&E now") < text.indexOf("You matter more than this form"));
            assertTrue(
                    visitor.page().locator(".calls a[href='tel:999']").first().isVisible());
            assertTrue(visitor.page().locator(".calls a[href='tel:116123']").isVisible());
            assertTrue(text.contains("no one here is watching it"));
            enquiry.goOn();
            assertEquals("happening", enquiry.at());
            assertTrue(visitor.text().contains("You can talk to someone now, day or night"), "stays from here on");
        });
    }

    @Test
    void somebodyUnderEighteenIsAskedNothingMoreAndFindsHelpMadeForThem() {
        withoutAnyRow(visitor -> {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("under-18", Enquiry.adult("money", "T2", "13to15"));
            String text = visitor.text();
            assertTrue(text.contains("You have done nothing wrong"));
            assertTrue(text.indexOf("Childline") < text.indexOf("Report Remove"));
            assertFalse(text.contains("StopNCII") || text.contains("Revenge Porn Helpline"));
            assertEquals(
                    0,
                    visitor.page()
                            .locator("main button[value=go-on]:not([tabindex])")
                            .count());
            assertEquals(
                    0,
                    visitor.page()
                            .locator("main input[type=text], main textarea")
                            .count());
            enquiry.press("back");
            assertEquals("safe", enquiry.at());
        });
    }

    @Test
    void whoeverMayBeHurtSeesThatFirst() {
        withoutAnyRow(visitor -> {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("danger", Enquiry.adult("money", "T3", "danger"));
            assertTrue(visitor.text().contains("If you are in danger now, call 999"));
            enquiry.upTo("save", Enquiry.adult("money")).goOn();
            assertEquals("sc01", enquiry.at(), "how to reach her safely is asked before what happened");
        });
    }

    @Test
    void thePlacesFitTheAnswersAndOneStepLeadsThereFromEachQuestion() {
        withoutAnyRow(visitor -> {
            Enquiry enquiry = Enquiry.begunBy(visitor).press("places");
            assertEquals("places", enquiry.at());
            enquiry.goOn().upTo("places", Enquiry.adult("money", "T6", "S"));
            String text = visitor.text();
            assertTrue(text.contains("Police Scotland") && text.contains("What to do first"));
            assertFalse(text.contains("Report Fraud") || text.contains("Victim Support"));
            assertNarrow(visitor);
            assertTrue(visitor.page().locator("main a[href='tel:03456000459']").isVisible());
        });
    }

    @Test
    void whoeverAsksForSomebodyElseGetsWordsAndNoForm() {
        withoutAnyRow(visitor -> {
            Enquiry enquiry =
                    Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("shared", "T1", "other", "T4", "unsure"));
            assertTrue(visitor.text().contains("You are helping someone"));
            assertTrue(visitor.text().contains("Never ask a young person to show or send it"));
            assertFalse(visitor.text().contains("Ask to talk to a therapist"));
            enquiry.press("restart");
            assertEquals("who", enquiry.at());
        });
    }

    @Test
    void whoeverDoesNotSayHerAgeOrIsAClientHereSendsNothing() {
        withoutAnyRow(visitor -> {
            Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money", "T2", "rather"));
            assertTrue(visitor.text().contains("You can read everything here"));
            assertFalse(visitor.text().contains("Ask to talk to a therapist"));
            Enquiry.of(visitor)
                    .press("change-who")
                    .fillIn(Enquiry.adult("money"))
                    .goOn();
            assertEquals("limits", Enquiry.of(visitor).at(), "once said, it goes on");
        });
        withoutAnyRow(visitor -> {
            Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money", "T7", "ss"));
            assertTrue(visitor.text().contains("Sign in to your space"));
            assertFalse(visitor.text().contains("Ask to talk to a therapist"));
        });
    }

    private static void withoutAnyRow(Consumer<Visitor> walk) {
        Set<String> before = Rows.of(WRITTEN);
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            walk.accept(visitor);
        }
        assertEquals(Set.of(), Rows.since(before, WRITTEN), "nothing is written before it is sent");
    }

    @Test
    void aFormIsLeftAndComeBackToWithACode() {
        String code;
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Map<String, String> answers = Enquiry.adult("shared", "K03", "code", "B01", "shared");
            Enquiry.begunBy(visitor).upTo("save", answers).fillIn(answers).goOn();
            assertTrue(visitor.text().contains("Your code to come back"));
            code = visitor.page().locator("#code").innerText();
            visitor.follow("Go on with the form");
            Enquiry.of(visitor).upTo("b14", answers).write("B14", "half of it");
            visitor.goTo("/support");
            assertTrue(visitor.page().content().contains("Kept under your code"));
            visitor.page().context().clearCookies();
            visitor.goTo("/support");
            assertTrue(visitor.text().contains("Before you start"));
        }
        try (Visitor later = Visitor.onPhoneWithoutScript()) {
            later.goTo("/support");
            later.page().fill("#in-code", "1111 2222 3333 4444");
            later.press("Open my form");
            assertTrue(later.text().contains("That code does not open anything here"));
            later.page().fill("#in-code", code.replaceAll("\\D", "-"));
            later.press("Open my form");
            Enquiry enquiry = Enquiry.of(later);
            assertEquals("before-w01", enquiry.at(), "where she was");
            enquiry.upTo("check", Enquiry.adult("shared"));
            assertTrue(later.text().contains("half of it"));
            assertEquals(code.replaceAll("\\D", ""), enquiry.send(), "one code, from the first to the last");
        }
        try (Visitor last = Visitor.onPhoneWithoutScript()) {
            last.goTo("/messages");
            last.page().fill("#enter\\:code", code);
            last.press("Show me where it stands");
            assertTrue(last.text().contains("Received"));
        }
    }

    @Test
    void whereOthersSeeTheDeviceNothingIsLeftOpen() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(visitor);
            assertEquals("1200;url=/exit", refresh(visitor));
            enquiry.upTo("s17", Enquiry.adult("money"));
            visitor.page().fill("#in-S17", "typed before");
            enquiry.press("seen");
            assertEquals("typed before", visitor.page().inputValue("#in-S17"), "nothing typed is lost");
            assertEquals("300;url=/exit", refresh(visitor));
            assertTrue(visitor.text().contains("after 5 minutes"));
            enquiry.upTo("check", Enquiry.adult("money", "S17", "typed before"));
            assertFalse(visitor.page().content().contains("typed before"));
            enquiry.press("send");
            assertTrue(visitor.text().contains("We have what you sent"));
            assertEquals(0, visitor.page().locator("#code").count(), "on request only");
            visitor.follow("Show my code");
            assertEquals(
                    16,
                    visitor.page()
                            .locator("#code")
                            .innerText()
                            .replaceAll("\\D", "")
                            .length());
        }
    }

    /** Without script a page closes by itself; with it the script asks first. */
    private static String refresh(Visitor visitor) {
        visitor.goTo("/support");
        return visitor.page().locator("meta[http-equiv=refresh]").getAttribute("content");
    }

    @Test
    void leavingEndsTheFormAndBackShowsTheStart() {
        for (boolean script : new boolean[] {true, false}) {
            try (Visitor visitor = script ? Visitor.onPhone() : Visitor.onPhoneWithoutScript()) {
                Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money")).write("S17", "nobody reads this");
                visitor.page()
                        .context()
                        .request()
                        .get(
                                visitor.world().address() + "/exit",
                                RequestOptions.create().setMaxRedirects(0));
                visitor.goTo("/support");
                assertTrue(visitor.text().contains("Before you start"), "script: " + script);
                visitor.page().goBack();
                visitor.page().waitForLoadState();
                assertFalse(visitor.page().content().contains("nobody reads this"), "script: " + script);
            }
        }
    }
}
