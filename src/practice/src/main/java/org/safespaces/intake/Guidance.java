package org.safespaces.intake;

/**
 * What the answers so far call for on the screen. A pure function of the answers; nothing is scored, nothing is kept, and
 * nobody is told.
 */
public record Guidance(Screen screen, boolean care, boolean enquiryOpen, boolean readToday) {
    /** Which screen comes before the next question. */
    public enum Screen {
        NORMAL,
        DANGER,
        UNDER_18,
        CRISIS
    }

    /** Rules R1, R2, R3, R3b and R7 of the triage, for the questions that are asked now. */
    public static Guidance of(Answers answers) {
        boolean under18 = answers.has("T2", "u13") || answers.has("T2", "13to15") || answers.has("T2", "16to17");
        boolean crisis = answers.has("T3", "crisis") || answers.has("T3", "acted");
        boolean danger = answers.has("T3", "danger");
        boolean thoughts = answers.has("T3", "thoughts");
        Screen screen = crisis ? Screen.CRISIS : under18 ? Screen.UNDER_18 : danger ? Screen.DANGER : Screen.NORMAL;
        return new Guidance(
                screen,
                crisis || thoughts || danger || answers.has("T3", "rather"),
                answers.has("T2", "adult"),
                crisis || thoughts || danger);
    }
}
