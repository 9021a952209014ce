package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

/** What a therapist does on the page of an erasure she can also take back there. */
class HoldJourneyIT {
    private static final String ASK = "#ask\\:reason";

    @Test
    void aHoldThatSheSetIsLiftedAgainOnThePage() {
        try (Visitor rowan = atTheErasing("Copper Wren")) {
            rowan.page().selectOption("#hold\\:holdReason", "SAFEGUARDING");
            rowan.press("Set a hold");
            assertTrue(rowan.text().contains("This record is on hold"));
            assertEquals(0, rowan.page().locator(ASK).count());

            rowan.press("Lift the hold");
            rowan.page().waitForSelector(ASK);
        }
    }

    @Test
    void whatSheAskedForSheTakesBackOnThePage() {
        try (Visitor rowan = atTheErasing("Copper Wren")) {
            rowan.page().selectOption(ASK, "OPENED_BY_MISTAKE");
            rowan.page().fill("#ask\\:phrase", rowan.world().person("rowan").phrase());
            rowan.press("Ask for erasure");
            assertTrue(rowan.text().contains("Another therapist or an admin decides now."));

            rowan.press("Withdraw");
            rowan.page().waitForSelector(ASK);
        }
    }

    private static Visitor atTheErasing(String designation) {
        Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
        rowan.goTo("/therapist/clients");
        rowan.page()
                .locator("tbody tr:has-text(\"" + designation + "\") a")
                .first()
                .click();
        rowan.page().waitForLoadState();
        rowan.follow("Erase this record");
        return rowan;
    }
}
