package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Visitor;

class TripwireJourneyIT {

    @Test
    void whoeverOpensSixtyNotesAtOnceIsLockedOutToldWhyAndReportedToTheOthers() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            long letters = letters(alder);
            alder.goTo("/therapist/clients");
            alder.page().locator("tbody tr:has-text(\"Slate Otter\") a").click();
            alder.page().waitForLoadState();
            alder.page().locator("li.row:has-text(\"Case note\") a").first().click();
            alder.page().waitForURL("**/therapist/note?**id=**");
            String note = alder.page().url();

            int opened = 1;
            while (opens(alder, note)) {
                opened++;
                assertTrue(opened < 60, "what this world has read before counts as well, so it may be fewer");
            }

            alder.page().reload();
            alder.page().waitForURL("**/therapist/unlock**");
            alder.waitForWords("Many records were opened quickly. If this was you, unlock again.");
            alder.page().fill("#unlock\\:phrase", alder.world().person("alder").phrase());
            alder.press("Unlock");
            alder.page().waitForURL("**/therapist/note?**");
            assertEquals(1, alder.page().locator(".prose").count(), "it was her, and she may go on");
            Eventually.holds(() -> letters(alder) > letters);
        }
        try (Visitor rowan = Visitor.onPhone().signInAt("/therapist/today", "rowan")) {
            rowan.waitForWords("A colleague's vault locked itself");
            assertTrue(rowan.text().contains("many records were opened quickly"));
        }
    }

    private static boolean opens(Visitor visitor, String address) {
        APIResponse answer = visitor.page()
                .context()
                .request()
                .get(address, RequestOptions.create().setMaxRedirects(0));
        return answer.status() == 200;
    }

    private static long letters(Visitor visitor) {
        return visitor.world().stack().mail().raw().stream()
                .filter(letter -> letter.contains("Subject: Please sign in today"))
                .count();
    }
}
