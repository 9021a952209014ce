package org.safespaces.acceptance.secrecy;

import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Forms that somebody sees only after somebody else has done something: each is left as it was found. */
final class DrillOfTwo {
    private final Drill drill;

    DrillOfTwo(Drill drill) {
        this.drill = drill;
    }

    void run() {
        erasure();
        summary();
        handOver();
        vaultThatStops();
    }

    /** Rowan asks for a record to be erased; birch looks at it, and keeps it. */
    private void erasure() {
        Visitor rowan = drill.as("rowan unlocked");
        rowan.goTo("/therapist/erase?case=" + Notes.aCaseOf(rowan));
        drill.visit("a record could be erased", rowan);
        String designation = rowan.page().locator(".back a").innerText();
        rowan.page().selectOption("#ask\\:reason", "OPENED_BY_MISTAKE");
        rowan.page().fill("#ask\\:phrase", rowan.world().person("rowan").phrase());
        rowan.press("Ask for erasure");
        rowan.waitForWords("Another therapist or an admin decides now");
        Visitor birch = drill.as("birch");
        birch.goTo("/admin/erasures");
        birch.page()
                .locator("li.row:has-text(\"" + designation + "\") a:has-text(\"Look\")")
                .click();
        birch.page().waitForURL("**/admin/erasures?id=*");
        drill.visit("an erasure waits", birch);
        birch.press("Keep the record");
        birch.waitForWords("Kept");
    }

    /** Rowan hands a client over with a summary; alder reads it, and hands the client back. */
    private void summary() {
        Visitor rowan = drill.as("rowan unlocked");
        Visitor alder = drill.as("alder unlocked");
        String id = Notes.aCaseOf(rowan);
        rowan.goTo("/therapist/summary?case=" + id);
        rowan.page().fill("#said", drill.word("summary for a colleague") + " and more");
        rowan.press("Keep the summary");
        rowan.waitForWords("Your summary is kept");
        passOn(rowan, id, "Grey Alder", alder);
        alder.waitForWords("Handed over to you");
        drill.visit("a case was handed over", alder);
        passOn(alder, id, "Tall Rowan", rowan);
    }

    private static void passOn(Visitor from, String id, String name, Visitor to) {
        from.goTo("/therapist/hand-over?case=" + id);
        from.page().locator("#takes label:has-text(\"" + name + "\")").click();
        from.press("Offer the hand-over");
        from.waitForWords("The hand-over is offered");
        to.goTo("/therapist/today");
        to.page().locator("a[href*='/therapist/offer?id=']").first().click();
        to.page().waitForURL("**/therapist/offer?**");
        to.press("Accept this client");
        to.page().waitForURL("**/therapist/client?**");
    }

    /** Rowan offers a client; alder's answer is none that there is, which declines. */
    private void handOver() {
        Visitor rowan = drill.as("rowan unlocked");
        rowan.goTo("/therapist/hand-over?case=" + Notes.aCaseOf(rowan));
        rowan.page().locator("#takes label:has-text(\"Grey Alder\")").click();
        rowan.press("Offer the hand-over");
        rowan.waitForWords("The hand-over is offered");
        Visitor alder = drill.as("alder unlocked");
        alder.goTo("/therapist/today");
        alder.page().locator("a[href*='/therapist/offer?id=']").first().click();
        alder.page().waitForURL("**/therapist/offer?**");
        drill.visit("a client is offered", alder);
    }

    /** Alder's vault finds its own memory changed, and asks for words to be compared. */
    private void vaultThatStops() {
        try (Keyring rows = Keyring.of(World.open());
                Visitor alder = drill.watched(Visitor.atDesk()).signInAt("/therapist/unlock", "alder")) {
            rows.turnPins(rows.person("Grey Alder"));
            try {
                alder.page()
                        .fill("#unlock\\:phrase", alder.world().person("alder").phrase());
                alder.press("Unlock");
                alder.page().waitForURL("**/therapist/stopped");
                drill.visit("a vault has stopped", alder);
                alder.page().fill("#fourth", drill.word("a fourth word that was not heard"));
                alder.page().fill("#sixth", drill.word("a sixth word that was not heard"));
                alder.press("They are the same");
                alder.waitForWords("These are not the words of the keys we have");
            } finally {
                rows.turnPins(rows.person("Grey Alder"));
            }
        }
    }
}
