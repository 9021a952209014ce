package org.safespaces.intake;

/** The steps of the card {@link Card#FIRST_AID}, in their usual order. */
public enum FirstAidStep {
    DO_NOT_PAY,
    STOP_REPLYING("stopped"),
    KEEP("saved"),
    BLOCK("blocked"),
    PAUSE("paused"),
    TELL("told");

    private final String done;

    FirstAidStep() {
        this(null);
    }

    FirstAidStep(String done) {
        this.done = done;
    }

    /** What she has done already is not asked of her again. */
    boolean isDone(Answers answers) {
        return done != null && answers.has("S15", done);
    }
}
