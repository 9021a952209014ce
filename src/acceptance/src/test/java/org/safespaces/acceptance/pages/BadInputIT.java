package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

class BadInputIT {

    @Test
    void nothingChosenIsAskedForKindlyBesideTheField() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(visitor).goOn();
            assertTrue(visitor.text().contains("We need one more thing"));
            assertTrue(visitor.page().title().startsWith("Error:"));
            assertEquals(2, visitor.page().getByText("Choose an age group").count(), "on top and beside the field");
        }
    }

    @Test
    void aTextThatIsTooLongIsKeptAndMayBeShortened() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = upToWords(visitor);
            enquiry.write("S17", "long ".repeat(500) + "end");
            assertTrue(visitor.text().contains("at most 2000 characters"));
            assertTrue(visitor.page().inputValue("#in-S17").endsWith("end"), "not a word is lost");
            enquiry.write("S17", "short");
            assertTrue(visitor.text().contains("How you have been"));
        }
    }

    @Test
    void charactersNobodyTypesDisappearAndTheRestStays() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = upToWords(visitor);
            String odd = "before\u0000\u0007\u202Eafter <b>#{request} ${7*7} {{7*7}} ' -- \uD83C\uDF3B e\u0301";
            visitor.page().evaluate("t => document.getElementById('in-S17').value = t", odd);
            enquiry.goOn();
            enquiry.upTo("check", Enquiry.adult("money", "N01", "O'Neil"));
            assertTrue(visitor.text().contains("beforeafter <b>#{request} ${7*7} {{7*7}} ' -- \uD83C\uDF3B \u00E9"));
            assertEquals(0, visitor.page().locator("main b").count(), "what was typed is text and nothing else");
        }
    }

    @Test
    void aPastedPictureIsRefusedAndTheWordsStay() {
        try (Visitor visitor = Visitor.atDesk()) {
            upToWords(visitor).write("S17", "please look data:image/png;base64,AAAA");
            assertTrue(visitor.text().contains("We cannot receive images"));
            assertTrue(visitor.page().inputValue("#in-S17").startsWith("please look"));
        }
    }

    @Test
    void aDoubleClickOnSendSendsOnce() throws SQLException {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry.begunBy(visitor).upToCheck("twice", "Two");
            long before = intakes();
            visitor.page().locator(".send button[value=send]").dblclick();
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            visitor.page().reload();
            assertTrue(visitor.text().contains("We have what you sent"));
            assertEquals(before + 1, intakes());
        }
    }

    @Test
    void goingBackAfterSendingShowsNoAnswerAndSendsNothingAgain() throws SQLException {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upToCheck("only once, please", "Bea");
            enquiry.send();
            long after = intakes();
            visitor.page().goBack();
            visitor.page().waitForLoadState();
            assertFalse(visitor.page().content().contains("only once, please"));
            visitor.page().reload();
            assertEquals(after, intakes());
        }
    }

    @Test
    void aPageThatHasGoneStaleEndsCalmly() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor);
            visitor.page().context().clearCookies();
            visitor.page().check("#T2-adult");
            enquiry.goOn();
            assertTrue(visitor.text().contains("Nothing was sent"));
        }
    }

    @Test
    void aPageOfBeforeStillCountsAsThePageItWas() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("s02", Enquiry.adult("money"));
            Page other = visitor.page().context().newPage();
            other.navigate(visitor.world().address() + "/support");
            other.check("#S02-coming");
            other.click(".send button[value=go-on]");
            other.waitForLoadState();
            visitor.page().check("#S02-stopped");
            enquiry.goOn();
            assertTrue(visitor.text().contains("How did they first reach you?"));
        }
    }

    @Test
    void whatNobodyAskedIsDroppedInSilence() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("s02", Enquiry.adult("money"));
            visitor.page()
                    .evaluate(
                            """
                            () => {
                              const form = document.getElementById("f");
                              for (const [name, value] of [["q.S02", "<b>worse</b>"], ["q.S12", "money"], ["q.T2", "u13"],
                                  ["q.nobody", "asked"], ["q.X01", "yes"], ["__proto__", "x"], ["q.", "x"]]) {
                                const input = document.createElement("input");
                                input.type = "hidden";
                                input.name = name;
                                input.value = value;
                                form.appendChild(input);
                              }
                            }""");
            enquiry.goOn();
            assertEquals("s03", enquiry.at());
            enquiry.upTo("check", Enquiry.adult("money"));
            assertFalse(visitor.page().content().contains("worse"));
            assertFalse(visitor.text().contains("Many people pay"), "an answer of a page that was not shown");
        }
    }

    @Test
    void somebodyUnderAgeReachesNoPageOfTheFormHoweverSheAsksForIt() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("under-18", Enquiry.adult("money", "T2", "u13"));
            for (String wanted : new String[] {"s17", "check", "places", "../admin", "code", "sent"}) {
                visitor.page().evaluate("page => document.querySelector('input[name=page]').value = page", wanted);
                enquiry.press("back");
                assertTrue(List.of("who", "safe", "under-18").contains(enquiry.at()), wanted + ": " + enquiry.at());
                enquiry.upTo("under-18", Enquiry.adult("money", "T2", "u13"));
            }
        }
    }

    @Test
    void sendingBeforeTheEndAsksForWhatIsMissing() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("s01", Enquiry.adult("money"));
            visitor.page().evaluate("() => document.querySelector('main .send button[value=go-on]').value = 'send'");
            enquiry.press("send");
            assertEquals("sc01", enquiry.at());
            assertTrue(visitor.page().title().startsWith("Error:"));
        }
    }

    @Test
    void wordsFarBeyondEveryLimitEndInAKindSentence() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry enquiry = upToWords(visitor);
            for (int length : new int[] {2_001, 40_001, 300_000}) {
                visitor.page()
                        .evaluate(
                                "n => document.getElementById('in-S17').value = 'long words '.repeat(n / 11 + 1)",
                                length);
                enquiry.goOn();
                assertTrue(visitor.text().contains("at most 2000 characters"), "for " + length);
            }
            enquiry.write("S17", "short");
            assertEquals("before-w01", enquiry.at());
        }
    }

    @Test
    void aCodeThatOpensNoFormIsAnsweredKindlyAndAlike() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String wrong : new String[] {"", "0000 1111 2222 3333", "<script>", "9".repeat(5000)}) {
                visitor.goTo("/support");
                visitor.page().evaluate("code => document.getElementById('in-code').value = code", wrong);
                visitor.press("Open my form");
                assertTrue(visitor.page().title().startsWith("Error:"), "for a code of length " + wrong.length());
                assertTrue(visitor.text().contains("Before you start"));
            }
        }
    }

    @Test
    void aPostWithoutAnythingOursIsNoFailure() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : new String[] {"/support", "/messages", "/", "/help/now", "/sign-out", "/exit"}) {
                APIResponse response = post(
                        visitor, address, FormData.create().set("do", "send").set("page", "x"));
                assertTrue(response.status() < 500, address + ": " + response.status());
            }
            APIResponse forged = post(
                    visitor,
                    "/support",
                    FormData.create()
                            .set("jakarta.faces.ViewState", "garbage")
                            .set("f", "f")
                            .set("do", "send"));
            assertTrue(forged.status() < 500, "forged: " + forged.status());
        }
    }

    @Test
    void multipartIsRefusedEverywhere() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : new String[] {"/support", "/messages", "/help/now"}) {
                APIResponse response = visitor.page()
                        .context()
                        .request()
                        .post(
                                visitor.world().address() + address,
                                RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setMultipart(FormData.create()
                                                .set(
                                                        "file",
                                                        new com.microsoft.playwright.options.FilePayload(
                                                                "a.png", "image/png", new byte[] {1, 2, 3}))));
                assertEquals(415, response.status(), address);
            }
        }
    }

    @Test
    void aWrongCodeAndAWrongPhraseAreAnsweredKindlyAndAlike() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String wrong : new String[] {"", "1234 5678 9012 3456", "hello", "9".repeat(5000)}) {
                visitor.goTo("/messages");
                visitor.page().fill("#enter\\:code", wrong);
                visitor.press("Show me where it stands");
                assertTrue(visitor.page().title().startsWith("Error:"), "for a code of length " + wrong.length());
            }
        }
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/unlock", "rowan")) {
            rowan.page().fill("#unlock\\:phrase", "six words that are not hers");
            rowan.press("Unlock");
            assertTrue(rowan.text().contains("These words do not open a vault"));
            assertEquals("", rowan.page().inputValue("#unlock\\:phrase"));
        }
    }

    @Test
    void aNoteTypedWhileTheVaultLocksIsNotLost() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            beginNote(alder);
            alder.page().fill("#note\\:said", "typed before the vault locked");
            Page other = alder.page().context().newPage();
            other.navigate(alder.world().address() + "/therapist/today");
            other.click(".vault-chip button, .vault-chip input[type=submit]");
            other.waitForURL("**/therapist/unlock**");
            unlockOnTheCover(alder);
            assertEquals("typed before the vault locked", alder.page().inputValue("#note\\:said"));
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains("typed before the vault locked"));
        }
    }

    @Test
    void aNoteTypedWhileTheSignInEndsIsNotLost() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            beginNote(alder);
            alder.page().fill("#note\\:said", "typed before the sign-in ended");
            alder.page().context().clearCookies();
            alder.press("Sign and lock");
            alder.page().waitForSelector("#signed-out:visible");
            assertEquals("typed before the sign-in ended", alder.page().inputValue("#note\\:said"));
            Page other = alder.page().context().newPage();
            other.navigate(alder.world().address() + "/therapist/today");
            alder.identify(other, "alder");
            other.waitForURL("**/therapist/today");
            unlockOnTheCover(alder);
            assertEquals("typed before the sign-in ended", alder.page().inputValue("#note\\:said"));
            alder.press("Sign and lock");
            alder.waitForWords("Please press the button once more");
            assertEquals("typed before the sign-in ended", alder.page().inputValue("#note\\:said"));
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains("typed before the sign-in ended"));
        }
    }

    private static void unlockOnTheCover(Visitor therapist) {
        therapist.page().waitForSelector("#cover-phrase:visible");
        therapist.page().fill("#cover-phrase", therapist.world().person("alder").phrase());
        therapist.page().keyboard().press("Enter");
        therapist.page().waitForSelector("#note\\:said:visible");
    }

    @Test
    void addressesWithDatesThatAreNoneAreAnsweredCalmly() {
        try (Visitor linen = Visitor.atDesk().signInAt("/client/home", "linen")) {
            for (String address : new String[] {
                "/client/book?week=2026-02-30",
                "/client/book?week=nonsense",
                "/client/book?kind=../etc",
                "/client/book?hold=nonsense",
                "/client/book?hold=00000000-0000-4000-8000-000000000000",
                "/client/book?start=yesterday",
                "/client/book?week=10000-01-01",
                "/client/book?week=1900-01-01",
                "/client/appointment",
                "/client/appointment?id=nonsense&cancel=1",
                "/client/appointment?id=00000000-0000-4000-8000-000000000000"
            }) {
                assertTrue(linen.goTo(address).status() < 500, address);
            }
        }
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder")) {
            for (String address : new String[] {"/therapist/diary?date=nonsense", "/therapist/diary?date=9999-12-31"}) {
                assertTrue(alder.goTo(address).status() < 500, address);
            }
        }
    }

    @Test
    void anEmptyNoteAndOneFarTooLongAreAnsweredBesideTheField() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            beginNote(alder);
            alder.press("Sign and lock");
            alder.waitForWords("Write what was said and done, then sign");
            alder.page().evaluate("() => document.getElementById('note:said').value = 'x'.repeat(60001)");
            alder.press("Sign and lock");
            alder.waitForWords("at most 60000 characters");
            assertEquals(60_001, alder.page().inputValue("#note\\:said").length());
        }
    }

    @Test
    void hoursThatMakeNoSenseAreAnsweredBesideTheField() {
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/availability", "alder")) {
            alder.page().fill("[name='h1a-opens']", "25:99");
            alder.press("Save hours");
            assertTrue(alder.page().title().startsWith("Error:"));
            assertEquals("25:99", alder.page().inputValue("[name='h1a-opens']"));
        }
    }

    private static void beginNote(Visitor therapist) {
        therapist.goTo("/therapist/clients");
        therapist.page().locator("tbody tr a").first().click();
        therapist.page().waitForLoadState();
        therapist.follow("New note");
    }

    private static Enquiry upToWords(Visitor visitor) {
        return Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money"));
    }

    private static APIResponse post(Visitor visitor, String address, FormData form) {
        return visitor.page()
                .context()
                .request()
                .post(
                        visitor.world().address() + address,
                        RequestOptions.create().setMaxRedirects(0).setForm(form));
    }

    private static long intakes() throws SQLException {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM intake")) {
            row.next();
            return row.getLong(1);
        }
    }
}
