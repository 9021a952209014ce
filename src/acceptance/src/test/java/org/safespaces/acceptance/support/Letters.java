package org.safespaces.acceptance.support;

/** Whether anybody writes to a client, for journeys that need it. */
public final class Letters {
    private Letters() {}

    /**
     * In another journey it was not safe for her to come, which pauses letters and forms until her therapist has looked: so the therapist
     * looks. Nothing happens where they go.
     */
    public static void goAgain(Visitor therapist, Object caseId) {
        therapist.goTo("/therapist/contact?case=" + caseId);
        if (therapist.page().locator("button[value=resume]").count() > 0) {
            therapist.press("I have looked. Letters may go again");
            therapist.waitForWords("They go by what was agreed on");
        }
    }
}
