package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.access.Confidential;

/**
 * What was gone through when therapy with a client ended, or why it was taken up again; one step in the history of both. Source:
 * intake.md L-29.
 *
 * @param step which of the two
 * @param on the day
 * @param met whether what she came for was met, as the two of them see it
 * @param planLookedAt the staying-safe plan was looked at together
 * @param toldSheCanReturn she was told that she can come back
 * @param toldWhatIsKept she was told what is kept, and for how long
 * @param supervised it was talked about in supervision
 * @param said what else, or why it is taken up again
 */
public record Ending(
        Step step,
        LocalDate on,
        Met met,
        boolean planLookedAt,
        boolean toldSheCanReturn,
        boolean toldWhatIsKept,
        boolean supervised,
        String said)
        implements Confidential {
    /** The most UTF-16 units what is said may have. */
    public static final int LONGEST = 4000;

    /** Which way. */
    public enum Step {
        ENDED,
        REOPENED
    }

    /** Was it met? */
    public enum Met {
        NOT_SAID,
        YES,
        PARTLY,
        NO
    }

    /** Therapy is taken up again, for a reason. */
    public static Ending reopened(LocalDate on, String why) {
        return new Ending(Step.REOPENED, on, Met.NOT_SAID, false, false, false, false, why);
    }

    boolean fits() {
        return said.length() <= LONGEST && (step == Step.ENDED || !said.isBlank());
    }

    @Override
    public String toString() {
        return "Ending[redacted]";
    }
}
