package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.RequestOptions;
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

    /**
     * Writes a note and reads it until her vault locks itself, as after sixty readings in five minutes: from then on the counting
     * begins anew. Gives the note's address.
     */
    static String readUntilLocked(Visitor therapist) {
        String note = written(therapist, aCaseOf(therapist), List.of("read again and again"))
                .get(0);
        int opened = 0;
        while (opens(therapist, note)) {
            opened++;
            assertTrue(opened < 60, "her vault does not lock itself");
        }
        return note;
    }

    private static boolean opens(Visitor therapist, String address) {
        return therapist
                        .page()
                        .context()
                        .request()
                        .get(
                                therapist.world().address() + address,
                                RequestOptions.create().setMaxRedirects(0))
                        .status()
                == 200;
    }
}
