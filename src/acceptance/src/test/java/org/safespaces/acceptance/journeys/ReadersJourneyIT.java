package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.VaultPages;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.vault.PersonalKeys;

/** Words are compared by voice, and two people together decide who reads enquiries. Juniper is on the phone only. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadersJourneyIT {
    private static final String READERS = "/therapist/readers";
    private static final String ROWAN = "Tall Rowan";
    private static final String ALDER = "Grey Alder";
    private static final String JUNIPER = "Quiet Juniper";

    private static List<String> junipersWords;
    private static UUID junipersKey;

    @BeforeAll
    static void juniperHasMadeHerKeys() {
        UUID juniper = UUID.randomUUID();
        try (Keyring rows = Keyring.of(World.open());
                PersonalKeys keys = rows.make(juniper)) {
            rows.change(
                    "INSERT INTO therapist (id, account_tag, shown_name, zone, since)"
                            + " VALUES (?, sha256(?::bytea), ?, 'Europe/London', current_date)",
                    juniper,
                    juniper.toString(),
                    JUNIPER);
            rows.publish(keys);
            junipersWords = List.of(keys.publicKeys().fingerprint().split(" "));
            junipersKey = keys.publicKeys().keyId();
        }
    }

    @Test
    @Order(1)
    void fourWordsAreShownAndWhoeverHasNotHeardTheOtherTwoVouchesForNobody() {
        // a vault is told of what is new since it was last open
        unlocked("alder").close();
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(READERS);
            assertTrue(row(rowan, JUNIPER).innerText().contains("Not yet vouched"));
            assertTrue(row(rowan, JUNIPER).innerText().contains("Nothing is sealed to them"));
            row(rowan, JUNIPER).getByText("Compare words").click();
            rowan.page().waitForURL("**" + READERS + "?compare=*");
            assertEquals(withoutTwo(junipersWords), shown(rowan));

            rowan.press("Vouch");
            rowan.waitForWords("Type the fourth and the sixth word as you hear them");
            hear(rowan, junipersWords.get(3), junipersWords.get(4));
            rowan.waitForWords("These are not the words of the keys we have");
            assertEquals(junipersWords.get(3), rowan.page().inputValue("#fourth"), "nothing typed is lost");
            assertEquals(junipersWords.get(4), rowan.page().inputValue("#sixth"));
            rowan.goTo(READERS);
            assertTrue(row(rowan, JUNIPER).innerText().contains("Not yet vouched"));
        }
    }

    @Test
    @Order(2)
    void whoHeardThemVouchesAndEverybodySeesByWhom() {
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(READERS + "?compare=" + junipersKey);
            hear(rowan, junipersWords.get(3), junipersWords.get(5));
            rowan.waitForWords("You have vouched");
            assertTrue(row(rowan, JUNIPER).innerText().contains("Compared by you"));
        }
        try (Visitor alder = unlocked("alder")) {
            assertTrue(alder.text().contains(JUNIPER + " is vouched for now"));
            alder.goTo(READERS);
            String hers = row(alder, JUNIPER).innerText();
            assertTrue(hers.contains("Vouched for by " + ROWAN), hers);
            assertTrue(hers.contains(String.join(" ", junipersWords)), "with the words to compare them by herself");
            assertTrue(hers.contains("Compare words"), "and not compared by her");
        }
    }

    @Test
    @Order(3)
    void twoColleaguesCompareWhatTheirOwnVaultsSayOfThem() {
        try (Visitor rowan = unlocked("rowan");
                Visitor alder = unlocked("alder")) {
            alder.goTo("/therapist/keys");
            List<String> alders = List.of(VaultPages.words(alder).split(" "));
            rowan.goTo(READERS + "?compare=" + keyOf(ALDER));
            assertEquals(withoutTwo(alders), shown(rowan));
            hear(rowan, alders.get(3), alders.get(5));
            rowan.waitForWords("You have vouched");
            assertTrue(row(rowan, ALDER).innerText().contains("Compared by you"));
        }
    }

    @Test
    @Order(4)
    void oneProposesAndUntilAnotherSignsNothingChanges() {
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(READERS);
            assertEquals(List.of(ALDER, ROWAN), readers(rowan));
            rowan.press("Propose and sign");
            rowan.waitForWords("These people receive enquiries already");
            choose(rowan, List.of(JUNIPER));
            rowan.press("Propose and sign");
            rowan.waitForWords("Choose at least two people");
            assertTrue(tick(rowan, JUNIPER).isChecked(), "nothing chosen is lost");
            choose(rowan, List.of(ALDER, ROWAN, JUNIPER));
            rowan.press("Propose and sign");
            rowan.waitForWords("Proposed and signed by you");
            assertTrue(rowan.text().contains("Your own proposal. A colleague has to sign it."));
            assertEquals(0, signButton(rowan).count(), "nobody is the second person to herself");
            assertEquals(List.of(ALDER, ROWAN), readers(rowan));
            assertEquals(0, enquirySealedTo(junipersKey));
        }
    }

    @Test
    @Order(5)
    void theSecondSignaturePutsItInForceAndWhoProposedIsTold() {
        try (Visitor alder = unlocked("alder")) {
            alder.goTo(READERS);
            assertTrue(alder.text().contains("Adds " + JUNIPER + "."));
            signButton(alder).click();
            alder.waitForWords("This list is in force from now on");
            assertEquals(List.of(ALDER, JUNIPER, ROWAN), readers(alder));
            assertTrue(alder.text().contains("Signed by " + ALDER + " and " + ROWAN));
        }
        assertEquals(1, enquirySealedTo(junipersKey));
        try (Visitor rowan = unlocked("rowan")) {
            assertTrue(rowan.text().contains("Who receives enquiries has changed"));
        }
    }

    @Test
    @Order(6)
    void theTwoLeaveHerOutAgainAndAProposalCanBeTakenBackBefore() {
        try (Visitor alder = unlocked("alder");
                Visitor rowan = unlocked("rowan")) {
            alder.goTo(READERS);
            choose(alder, List.of(ALDER, JUNIPER));
            alder.press("Propose and sign");
            alder.waitForWords("Proposed and signed by you");
            rowan.goTo(READERS);
            alder.press("Take back");
            alder.waitForWords("Taken back");
            signButton(rowan).click();
            rowan.waitForWords("This proposal is not there any more");

            choose(alder, List.of(ALDER, ROWAN));
            alder.press("Propose and sign");
            alder.waitForWords("Proposed and signed by you");
            rowan.goTo(READERS);
            assertTrue(rowan.text().contains("Leaves out " + JUNIPER + "."));
            signButton(rowan).click();
            rowan.waitForWords("This list is in force from now on");
            assertEquals(List.of(ALDER, ROWAN), readers(rowan));
        }
        assertEquals(0, enquirySealedTo(junipersKey));
    }

    @Test
    @Order(7)
    void aLockedVaultLooksAndDoesNothing() {
        try (Visitor rowan = Visitor.onPhone().signInAt(READERS, "rowan")) {
            assertTrue(rowan.text().contains("Your vault is locked"));
            assertEquals(List.of(ALDER, ROWAN), readers(rowan));
            assertFalse(rowan.text().contains("Propose and sign"));
            rowan.goTo(READERS + "?compare=" + keyOf(ALDER));
            assertTrue(rowan.text().contains("Your vault is locked"));
            assertEquals(0, rowan.page().locator("#fourth").count());
        }
    }

    private static Visitor unlocked(String account) {
        return Visitor.atDesk().signInAt("/therapist/today", account).unlock(account);
    }

    private static Locator row(Visitor therapist, String name) {
        return therapist
                .page()
                .locator("li.row-keys")
                .filter(new Locator.FilterOptions()
                        .setHas(therapist
                                .page()
                                .locator("strong")
                                .filter(new Locator.FilterOptions().setHasText(name))));
    }

    private static void hear(Visitor therapist, String fourth, String sixth) {
        therapist.page().fill("#fourth", fourth);
        therapist.page().fill("#sixth", sixth);
        therapist.press("Vouch");
    }

    /** The six places, as a page shows them that compares. */
    private static List<String> shown(Visitor therapist) {
        return therapist.page().locator(".six-words li").allInnerTexts();
    }

    private static List<String> withoutTwo(List<String> words) {
        return List.of(words.get(0), words.get(1), words.get(2), "to be heard", words.get(4), "to be heard");
    }

    private static List<String> readers(Visitor therapist) {
        return therapist.page().locator(".listed li").allInnerTexts().stream()
                .sorted()
                .toList();
    }

    private static void choose(Visitor therapist, List<String> names) {
        for (Locator each : therapist.page().locator("#readers li").all()) {
            each.locator("input").setChecked(names.contains(each.innerText().strip()));
        }
    }

    private static Locator tick(Visitor therapist, String name) {
        return therapist.page().getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator signButton(Visitor therapist) {
        return therapist.page().locator("button[value^='sign:']");
    }

    private static String keyOf(String shownName) {
        try (Keyring rows = Keyring.of(World.open())) {
            return rows.one("SELECT key_id FROM directory_entry WHERE person_id = ?", rows.person(shownName));
        }
    }

    /** Somebody writes in: how many more enquiries are sealed to these keys then? */
    private static long enquirySealedTo(UUID key) {
        try (Keyring rows = Keyring.of(World.open());
                Visitor stranger = Visitor.onPhoneWithoutScript()) {
            String sealed = "(SELECT DISTINCT intake_id FROM intake_wrap WHERE recipient_key_id = ?) sealed";
            long before = rows.count(sealed, key);
            assertEquals(
                    16,
                    Enquiry.begunBy(stranger)
                            .upToCheck("In my own words.", "Somebody")
                            .send()
                            .length());
            return rows.count(sealed, key) - before;
        }
    }
}
