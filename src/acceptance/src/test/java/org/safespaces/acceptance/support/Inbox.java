package org.safespaces.acceptance.support;

import com.microsoft.playwright.Locator;

/** What a therapist does with her enquiries. */
public final class Inbox {
    /** The whole of it on one page. */
    public static final String ALL = "/therapist/intakes?show=9999";

    private Inbox() {}

    /** Opens the enquiry that came last. */
    public static void openNewest(Visitor therapist) {
        therapist.goTo(ALL);
        therapist.page().locator("#fresh tbody tr a").last().click();
        therapist.page().waitForURL("**/therapist/intake?**");
    }

    /** Takes on the enquiry that is shown, without a hold, and comes to its case. */
    public static void accept(Visitor therapist) {
        goTo(therapist, "Accept as a client");
        Locator withoutHold = therapist.page().locator("#hold-no");
        if (withoutHold.count() > 0) {
            withoutHold.check();
        }
        therapist.press("Accept as a client");
        therapist.page().waitForURL("**/therapist/client?**");
    }

    /** From the enquiry that is shown to the page that says what a decision does. */
    public static void goTo(Visitor therapist, String decision) {
        therapist.follow(decision);
        therapist.page().waitForURL("**/therapist/decide?**");
    }
}
