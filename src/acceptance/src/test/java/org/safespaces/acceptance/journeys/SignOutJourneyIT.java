package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

class SignOutJourneyIT {

    @Test
    void signingOutLocksTheVaultAndEndsBothSessions() throws SQLException {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            long before = count("VAULT_LOCKED");
            rowan.press("Sign out");
            rowan.page().waitForURL(rowan.world().address() + "/");
            assertEquals(before + 1, count("VAULT_LOCKED"), "who she is was known at the open address as well");
            rowan.goTo("/therapist/today");
            assertTrue(rowan.page().locator("#password").isVisible(), "the identity server asks anew");
        }
    }

    @Test
    void aSignOutThatComesFromElsewhereDoesNothing() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowan.page().context().request().post(rowan.world().address() + "/sign-out");
            rowan.goTo("/therapist/today");
            assertEquals("Today", rowan.page().title());
        }
    }

    @Test
    void theWayToTheIdentityServerUsesPkceAndTakesNoOrdersFromTheAddress() {
        try (Visitor visitor = Visitor.atDesk()) {
            APIResponse response = get(visitor, "/therapist/today");
            assertTrue(response.headers().get("location").contains("code_challenge_method=S256"));
            for (String order :
                    List.of("scope", "prompt", "max_age", "kc_idp_hint", "domain_hint", "login_hint", "ui_locales")) {
                assertEquals(
                        404, get(visitor, "/therapist/today?" + order + "=x").status(), order);
            }
        }
    }

    private static APIResponse get(Visitor visitor, String address) {
        return visitor.page()
                .context()
                .request()
                .get(
                        visitor.world().address() + address,
                        RequestOptions.create().setMaxRedirects(0));
    }

    private static long count(String action) throws SQLException {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM audit_event WHERE action = '" + action + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
