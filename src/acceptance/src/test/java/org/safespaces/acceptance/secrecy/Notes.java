package org.safespaces.acceptance.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safespaces.acceptance.support.Visitor;

/** Writes notes by the request that the page would send, many after one look at the form. */
final class Notes {
    private Notes() {}

    /** The first case in her list. */
    static String aCaseOf(Visitor therapist) {
        therapist.goTo("/therapist/clients");
        therapist.page().locator("tbody tr a").first().click();
        therapist.page().waitForURL("**/therapist/client?**");
        return therapist.page().url().replaceAll(".*id=", "");
    }

    /** Signs one note with each text in a case of hers; the addresses under which they are read. */
    static List<String> written(Visitor therapist, String caseId, List<String> texts) {
        therapist.goTo("/therapist/note?case=" + caseId);
        Forms blank = Forms.with(therapist.page(), "note:said", "Sign and lock");
        List<String> addresses = new ArrayList<>();
        for (String text : texts) {
            String id = UUID.randomUUID().toString();
            String then = blank.set("note:said", text).set("draft", id).sendAndFollow();
            if (!then.contains("id=" + id)) {
                throw new AssertionError("a note was not kept, but led to " + then);
            }
            addresses.add("/therapist/note?case=" + caseId + "&id=" + id);
        }
        return addresses;
    }
}
