package org.safespaces.acceptance.support;

import com.microsoft.playwright.Page;

/** Fills in the support form as somebody would, with words that a test can look for later. */
public final class Enquiry {
    private final Visitor visitor;
    private final Page page;

    private Enquiry(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    public static Enquiry begunBy(Visitor visitor) {
        visitor.goTo("/support");
        visitor.press("Start");
        return new Enquiry(visitor);
    }

    /** Answers what is on the page, by the ids of the choices, and goes on. */
    public Enquiry choose(String... ids) {
        for (String id : ids) {
            page.check("#" + id);
        }
        return goOn();
    }

    public Enquiry write(String question, String words) {
        page.fill("#in-" + question, words);
        return goOn();
    }

    public Enquiry goOn() {
        page.click(".send button[value=go-on]");
        page.waitForLoadState();
        return this;
    }

    public Enquiry skip() {
        page.click(".send button[value=skip]");
        page.waitForLoadState();
        return this;
    }

    public Visitor visitor() {
        return visitor;
    }

    /** Through the whole form with these words and this name, up to the page before sending. */
    public Enquiry upToCheck(String words, String name) {
        choose("T2-adult")
                .choose("T3-ok")
                .choose("S02-coming")
                .choose("S06-money", "S06-gift")
                .choose("S12-no");
        return write("S17", words).write("N01", name).goOn().choose("X01-yes");
    }

    /** Sends, and reads the code from the page. */
    public String send() {
        page.click(".send button[value=send]");
        page.waitForLoadState();
        return page.locator("#code").innerText().replaceAll("\\D", "");
    }
}
