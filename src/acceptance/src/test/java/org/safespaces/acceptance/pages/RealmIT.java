package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.World;

/** What is promised of sign-in, read from the identity server as it runs. */
class RealmIT {
    private final JsonObject realm = object("");

    @Test
    void nobodySignsUpOrSignsInByAnAddress() {
        assertOff("registrationAllowed", "loginWithEmailAllowed", "resetPasswordAllowed", "rememberMe");
        assertOff("editUsernameAllowed", "registrationEmailAsUsername");
        assertTrue(realm.getJsonArray("identityProviders") == null
                || realm.getJsonArray("identityProviders").isEmpty());
    }

    @Test
    void whoGuessesWaits() {
        assertTrue(realm.getBoolean("bruteForceProtected"));
        assertFalse(realm.getBoolean("permanentLockout"), "nobody locks a therapist out for good by guessing");
        assertTrue(realm.getInt("failureFactor") <= 10);
        assertTrue(realm.getInt("maxFailureWaitSeconds") >= 900);
    }

    @Test
    void aPasswordIsLongAndNotAmongThoseGuessedFirst() {
        String policy = realm.getString("passwordPolicy");
        for (String part : List.of("length(12)", "notUsername", "passwordHistory", "passwordBlacklist(refused.txt)")) {
            assertTrue(policy.contains(part), policy);
        }
    }

    @Test
    void aSignInLivesShortly() {
        assertEquals(60, realm.getInt("accessTokenLifespan"));
        assertEquals(900, realm.getInt("ssoSessionIdleTimeout"));
        assertEquals(28800, realm.getInt("ssoSessionMaxLifespan"));
        assertTrue(realm.getBoolean("revokeRefreshToken"), "each is good for once");
        assertEquals(0, realm.getInt("refreshTokenMaxReuse"));
        assertEquals(172800, realm.getInt("actionTokenGeneratedByAdminLifespan"), "an invitation ends after two days");
    }

    @Test
    void whatHappensIsKept() {
        assertTrue(realm.getBoolean("eventsEnabled"));
        assertTrue(realm.getBoolean("adminEventsEnabled"));
        assertFalse(realm.getBoolean("adminEventsDetailsEnabled"), "that it happened, and not what was written");
    }

    @Test
    void theOneClientPeopleSignInThroughIsStrict() {
        JsonObject portal = client("portal");
        assertFalse(portal.getBoolean("publicClient"));
        assertFalse(portal.getBoolean("fullScopeAllowed"));
        assertEquals(
                "S256", portal.getJsonObject("attributes").getString("pkce.code.challenge.method"), "PKCE is demanded");
        assertEquals(Set.of(), strings(portal.getJsonArray("optionalClientScopes")), "nobody stays signed in offline");
        assertEquals(Set.of(), strings(portal.getJsonArray("webOrigins")));
        String origin = World.running().address();
        for (String redirect : strings(portal.getJsonArray("redirectUris"))) {
            // a second node of a test may have let itself in beside it
            assertTrue(
                    !redirect.startsWith(origin)
                            || Set.of(origin + "/client/*", origin + "/therapist/*", origin + "/admin/*")
                                    .contains(redirect),
                    redirect);
        }
    }

    @Test
    void noClientTakesAPasswordOrHandsOutATokenInAnAddress() {
        for (JsonObject client : objects("/clients")) {
            String name = client.getString("clientId");
            assertFalse(client.getBoolean("directAccessGrantsEnabled", false), name);
            assertFalse(client.getBoolean("implicitFlowEnabled", false), name);
            assertEquals(
                    name.equals("desk"),
                    client.getBoolean("serviceAccountsEnabled", false),
                    "acts for itself: " + name);
        }
        assertFalse(client("admin-cli").getBoolean("enabled"));
        assertEquals("no direct grant", realm.getString("directGrantFlow"));
    }

    @Test
    void theDeskMayNoMoreThanItNeeds() {
        String service = object("/clients/" + client("desk").getString("id") + "/service-account-user")
                .getString("id");
        JsonObject mappings = object("/users/" + service + "/role-mappings");
        assertEquals(
                Set.of("realm-management"),
                mappings.getJsonObject("clientMappings").keySet());
        assertEquals(
                Set.of("manage-users", "query-users", "view-realm", "view-users"),
                mappings
                        .getJsonObject("clientMappings")
                        .getJsonObject("realm-management")
                        .getJsonArray("mappings")
                        .stream()
                        .map(role -> role.asJsonObject().getString("name"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void whoeverWorksHereIsAskedForACodeAndSetsOneUp() {
        assertEquals("sign-in", realm.getString("browserFlow"));
        List<String> steps = new ArrayList<>();
        for (JsonObject step : objects("/authentication/flows/sign-in/executions")) {
            String what = step.getString("providerId", step.getString("displayName", ""));
            steps.add(step.getInt("level") + " " + what + " " + step.getString("requirement"));
        }
        assertEquals(
                List.of(
                        "0 auth-cookie ALTERNATIVE",
                        "0 password and code ALTERNATIVE",
                        "1 auth-username-password-form REQUIRED",
                        "1 code of a therapist CONDITIONAL",
                        "2 conditional-user-role REQUIRED",
                        "2 auth-otp-form REQUIRED",
                        "1 code of an admin CONDITIONAL",
                        "2 conditional-user-role REQUIRED",
                        "2 conditional-user-role REQUIRED",
                        "2 auth-otp-form REQUIRED",
                        "1 code of anybody who wants one CONDITIONAL",
                        "2 conditional-user-role REQUIRED",
                        "2 conditional-user-role REQUIRED",
                        "2 conditional-user-configured REQUIRED",
                        "2 auth-otp-form REQUIRED"),
                steps);
    }

    @Test
    void aCodeIsSixDigitsOfHalfAMinute() {
        assertEquals("totp", realm.getString("otpPolicyType"));
        assertEquals(6, realm.getInt("otpPolicyDigits"));
        assertEquals(30, realm.getInt("otpPolicyPeriod"));
        assertEquals(1, realm.getInt("otpPolicyLookAheadWindow"));
    }

    @Test
    void itsPagesWearOurLook() {
        assertEquals("calm", realm.getString("loginTheme"));
        assertEquals("calm", realm.getString("emailTheme"));
        assertEquals("Sign in", realm.getString("displayName"), "says nothing of what the practice helps with");
    }

    @Test
    void whoeverIsNewIsGivenNothingButHerOwnAccount() {
        Set<String> given = new TreeSet<>();
        for (JsonObject role : objects("/roles/default-roles-practice/composites")) {
            given.add(role.getString("name"));
        }
        given.removeAll(Set.of("manage-account", "view-profile"));
        assertEquals(Set.of(), given);
    }

    @Test
    void whoHasAnAccountMayNothingAtTheIdentityServer() {
        for (String account : List.of("rowan", "birch", "linen")) {
            String id = objects("/users?exact=true&username=" + account).get(0).getString("id");
            Set<String> roles = new TreeSet<>();
            for (JsonObject role : objects("/users/" + id + "/role-mappings/realm/composite")) {
                roles.add(role.getString("name"));
            }
            roles.removeAll(Set.of("client", "therapist", "admin", "default-roles-practice"));
            assertEquals(Set.of(), roles, account);
        }
    }

    private void assertOff(String... settings) {
        for (String setting : settings) {
            assertFalse(realm.getBoolean(setting), setting);
        }
    }

    private static JsonObject client(String name) {
        return objects("/clients?clientId=" + name).get(0);
    }

    private static JsonObject object(String path) {
        return read(path).asJsonObject();
    }

    private static List<JsonObject> objects(String path) {
        return read(path).asJsonArray().getValuesAs(JsonObject.class);
    }

    private static JsonValue read(String path) {
        return World.running().stack().operator().read(path);
    }

    private static Set<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }
}
