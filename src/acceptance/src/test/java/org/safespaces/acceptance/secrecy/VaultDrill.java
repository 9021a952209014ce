package org.safespaces.acceptance.secrecy;

import static org.safespaces.acceptance.support.VaultPages.type;

import org.safespaces.acceptance.support.Newcomer;
import org.safespaces.acceptance.support.VaultPages;
import org.safespaces.acceptance.support.Visitor;

/**
 * Aspen makes a vault with words that are drawn, and another with a phrase of her own; at each step the forms are sent with other
 * words first. What was shown to her once, and what she chose, is looked for as well.
 */
final class VaultDrill {
    private final Drill drill;

    VaultDrill(Drill drill) {
        this.drill = drill;
    }

    void run() {
        Newcomer.comes();
        try {
            String words = vaultWithWordsThatAreDrawn();
            askedOnceMore(words);
            anotherVaultWithAPhraseOfHerOwn();
            sheFindsBoth(words);
        } finally {
            Newcomer.leaves();
        }
    }

    private String vaultWithWordsThatAreDrawn() {
        try (Visitor aspen = signedIn()) {
            drill.visit("a vault begins", aspen);
            aspen.press("Show me six words");
            String words = drill.secret("six words of aspen", VaultPages.words(aspen));
            drill.visit("six words are shown", aspen);
            aspen.follow("I have written them down");
            drill.visit("six words are typed back", aspen);
            type(aspen, "#typed\\:phrase", words, "Continue");
            drill.visit("a sheet begins", aspen);
            aspen.press("Show my recovery sheet");
            String code = remembered("recovery code of aspen", VaultPages.code(aspen));
            aspen.follow("I have it on paper");
            drill.visit("a code is typed back", aspen);
            type(aspen, "#drill\\:code", code, "Finish");
            aspen.page().waitForURL("**/therapist/set-up?done=1");
            return words;
        }
    }

    /** Before her words are changed, she is asked for the old ones, or for the code. */
    private void askedOnceMore(String words) {
        try (Visitor aspen = unlocked(words)) {
            aspen.goTo("/therapist/new-phrase?with=code");
            drill.visit("the code is asked for once more", aspen);
            aspen.goTo("/therapist/new-phrase");
            drill.visit("the words are asked for once more", aspen);
            type(aspen, "#prove\\:current", words, "Go on");
            aspen.waitForWords("Choose new words");
            drill.visit("new words begin", aspen);
        }
    }

    private void anotherVaultWithAPhraseOfHerOwn() {
        try (Visitor aspen = signedIn()) {
            aspen.goTo("/therapist/set-up?anew=1");
            drill.visit("a vault begins anew", aspen);
            aspen.goTo("/therapist/set-up?anew=1&own=1");
            drill.visit("a phrase is chosen", aspen);
            String own = drill.word("a phrase of her own") + " and six ducks on a green hill";
            aspen.page().fill("#own\\:chosen", own);
            type(aspen, "#own\\:again", own, "Use this phrase");
            remembered("recovery code of aspen, anew", VaultPages.sheet(aspen, "Show my recovery sheet"));
            aspen.page().waitForURL("**/therapist/set-up?done=1");
        }
    }

    private void sheFindsBoth(String words) {
        try (Visitor aspen = unlocked(words)) {
            aspen.goTo("/therapist/keys");
            drill.visit("there is another vault", aspen);
            aspen.press("Withdraw it");
            aspen.page().waitForURL("**/therapist/keys?done=given");
        }
    }

    private String remembered(String place, String code) {
        drill.secret(place + ", in one", code.replace("-", ""));
        return drill.secret(place, code);
    }

    private Visitor signedIn() {
        return drill.watched(Visitor.atDesk()).signInAt("/therapist/set-up", Newcomer.ACCOUNT);
    }

    private Visitor unlocked(String words) {
        Visitor aspen = signedIn();
        VaultPages.unlock(aspen, words);
        return aspen;
    }
}
