package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

class UnlockJourneyIT {

    @Test
    void theRecoveryCodeFromPaperOpensTheSameVault() {
        try (Visitor alder = Visitor.onPhone().signInAt("/therapist/unlock", "alder")) {
            alder.follow("Use my recovery code");
            String code = alder.world().person("alder").code();
            alder.page()
                    .fill(
                            "#recover\\:code",
                            code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            alder.press("Unlock");
            alder.page().waitForURL("**/therapist/new-phrase?forgotten=1");
            alder.follow("Not now");
            alder.page().waitForURL("**/therapist/today");
            assertTrue(alder.page().locator(".vault-chip.is-open").isVisible());
            openANote(alder);
        }
    }

    @Test
    void anothersPhraseOpensNothing() {
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/unlock", "alder")) {
            alder.page().fill("#unlock\\:phrase", alder.world().person("rowan").phrase());
            alder.press("Unlock");
            alder.waitForWords("These words do not open a vault");
        }
    }

    @Test
    void withoutTheBrowsersHalfOfTheKeyAnOpenVaultIsClosed() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            BrowserContext context = alder.page().context();
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.goTo("/therapist/clients");
            alder.page().locator("tbody tr a").first().click();
            alder.page().waitForLoadState();
            alder.page().locator("li.row:has-text(\"Case note\") a").first().click();
            alder.page().waitForURL("**/therapist/unlock**");
        }
    }

    private static void openANote(Visitor therapist) {
        therapist.goTo("/therapist/clients");
        therapist.page().locator("tbody tr a").first().click();
        therapist.page().waitForLoadState();
        therapist.page().locator("li.row:has-text(\"Case note\") a").first().click();
        therapist.page().waitForURL("**/therapist/note?**id=**");
        assertEquals(1, therapist.page().locator(".prose").count());
    }
}
