package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.acceptance.support.Visitor;

/** From the first page to the right number: a phone, no script, three taps at most, the last of them on the number itself. */
class HelpJourneyIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'in danger',                        '',                                          tel:999",
        "'someone to talk to now',           '',                                          tel:116123",
        "'rather in writing',                'See who can help',                          sms:85258",
        "'thoughts of suicide, young',       'See who can help',                          tel:08000684141",
        "'under 18',                         'There is help made for you',                tel:08001111",
        "'under 19, from help now',          'See who can help',                          tel:08001111",
        "'an image of an adult shared',      'See who can help > More places that can help', tel:03456000459",
        "'an image shared, what to do',      'What to do first',                          tel:03456000459",
        "'someone wants money',              'What to do first',                          tel:101",
        "'money is gone',                    'See who can help > More places that can help', https://reportfraud.police.uk",
        "'a partner who hurts',              'What to do first',                          tel:08082000247",
        "'a partner who hurts, LGBT+',       'What to do first',                          tel:08009995428",
        "'a crime, somebody on my side',     'See who can help > More places that can help', tel:08081689111",
        "'it is about someone else',         'How to support them > See places that can help', tel:03456000459",
    })
    void theRightNumberIsAtMostThreeTapsAway(String need, String path, String number) {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            visitor.goTo("/");
            int taps = 0;
            for (String link : path.isEmpty() ? new String[0] : path.split(" > ")) {
                tap(visitor.page().locator("main").getByText(link).first());
                visitor.page().waitForLoadState();
                taps++;
            }
            Locator wanted =
                    visitor.page().locator("a[href='" + number + "']:visible").first();
            assertEquals(
                    1, wanted.count(), number + " is not on " + visitor.page().url());
            assertTrue(wanted.boundingBox().height >= 24, "large enough for a thumb");
            assertTrue(taps + 1 <= 3, "taps: " + (taps + 1));
            assertTrue(
                    ((Number) visitor.page().evaluate("() => document.documentElement.scrollWidth")).intValue() <= 390,
                    "nothing to scroll sideways");
        }
    }

    private static void tap(Locator what) {
        what.scrollIntoViewIfNeeded();
        what.click();
    }

    /** Where the keyboard is must be seen, and what is wrong must be met first. */
    @Test
    void anErrorIsMetFirstAndLeadsToItsField() {
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.goTo("/support");
            visitor.press("Start");
            Page page = visitor.page();
            page.locator("main .send button[value=go-on]").focus();
            page.keyboard().press("Enter");
            page.waitForSelector("#error-summary");
            assertEquals("error-summary", page.evaluate("() => document.activeElement.id"));
            page.keyboard().press("Tab");
            assertTrue(page.evaluate("() => document.activeElement.textContent.trim()")
                    .toString()
                    .startsWith("Choose an age group"));
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertEquals("q.T2", page.evaluate("() => document.activeElement.name"), "into the question itself");
        }
    }
}
