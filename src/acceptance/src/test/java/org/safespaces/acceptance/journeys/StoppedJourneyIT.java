package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** What alder's vault remembers of everybody's keys does not open any more: it stays shut until she has compared them all. */
class StoppedJourneyIT {
    @Test
    void sheComparesEverybodysWordsAgainAndOpensHerVault() {
        try (Keyring rows = Keyring.of(World.open());
                Visitor alder = Visitor.onPhone().signInAt("/therapist/today", "alder")) {
            alder.unlock("alder");
            alder.press("Lock now");
            rows.turnPins(rows.person("Grey Alder"));
            boolean mended = false;
            try {
                stops(alder);
                comparesAll(alder, rows);
                alder.press("Open my vault");
                alder.page().waitForURL("**/therapist/today");
                mended = true;
            } finally {
                if (!mended) {
                    rows.turnPins(rows.person("Grey Alder"));
                }
            }
            alder.unlock("alder");
            assertTrue(alder.page().url().endsWith("/therapist/today"), "and it stays mended");
        }
    }

    private static void stops(Visitor alder) {
        alder.goTo("/therapist/unlock");
        alder.page().fill("#unlock\\:phrase", alder.world().person("alder").phrase());
        alder.press("Unlock");
        alder.page().waitForURL("**/therapist/stopped");
        assertTrue(alder.text().contains("Your vault stays shut"));
        assertTrue(alder.text().contains("cannot be opened"));
        Locator number = alder.page().locator("aside .digits");
        assertTrue(number.isVisible() && number.innerText().matches("\\d+"), "to be said by phone");
        alder.goTo("/therapist/keys");
        assertTrue(alder.text().contains("Unlock to see"), "nothing has been opened");
    }

    private static void comparesAll(Visitor alder, Keyring rows) {
        alder.goTo("/therapist/stopped");
        List<String> first = rows.words(asked(alder));
        compare(alder, first.get(3), "");
        alder.waitForWords("Type the fourth and the sixth word as you hear them");
        compare(alder, first.get(3), first.get(3));
        alder.waitForWords("These are not the words of the keys we have");
        assertEquals(first.get(3), alder.page().inputValue("#sixth"), "nothing typed is lost");
        while (alder.page().locator("#fourth").count() == 1) {
            List<String> words = rows.words(asked(alder));
            assertEquals(
                    words.get(0), alder.page().locator(".six-words li").first().innerText());
            compare(alder, words.get(3), words.get(5));
            assertEquals(0, alder.page().locator(".field-error").count());
        }
        alder.waitForWords("Everything that differed has been compared");
    }

    private static UUID asked(Visitor therapist) {
        Locator key = therapist.page().locator("input[name=key]");
        return UUID.fromString(key.getAttribute("value"));
    }

    private static void compare(Visitor therapist, String fourth, String sixth) {
        therapist.page().fill("#fourth", fourth);
        therapist.page().fill("#sixth", sixth);
        therapist.press("They are the same");
    }
}
