package org.safespaces.intake;

import java.util.Arrays;

/** How old somebody says she is, in the bands of question T2; or that she did not say. Nobody is asked for a birthday. */
public enum AgeBand {
    UNDER_13("u13", 0, 12),
    FROM_13("13to15", 13, 15),
    FROM_16("16to17", 16, 17),
    ADULT("adult", 18, 130),
    /** Asked and not said, or not asked yet: everything may be read, nothing can be sent. */
    UNSAID("rather", 0, 130);

    private final String value;
    private final int youngest;
    private final int oldest;

    AgeBand(String value, int youngest, int oldest) {
        this.value = value;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    static AgeBand of(Answers answers) {
        return Arrays.stream(values())
                .filter(band -> answers.has("T2", band.value))
                .findFirst()
                .orElse(UNSAID);
    }

    int youngest() {
        return youngest;
    }

    int oldest() {
        return oldest;
    }

    /** Said, and not yet this old? */
    boolean isUnder(int age) {
        return this != UNSAID && oldest < age;
    }

    boolean isChild() {
        return isUnder(ADULT.youngest);
    }
}
