package org.safespaces.acceptance.support;

/** Whether anybody writes to a client, for journeys that need it. */
public final class Letters {
    private static final String LOOKED = "I have looked. Letters may go again";

    private Letters() {}

    /**
     * In another journey it was not safe for her to come, which pauses letters and forms until her therapist has looked: so the therapist
     * looks. Nothing happens where they go.
     */
    public static void goAgain(Visitor therapist, Object caseId) {
        therapist.goTo("/therapist/contact?case=" + caseId);
        if (therapist.page().content().contains(LOOKED)) {
            therapist.press(LOOKED);
            therapist.waitForWords("They go by what was agreed on");
        }
    }
}
