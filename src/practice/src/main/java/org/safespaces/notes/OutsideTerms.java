package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * What somebody outside asked about a client, and what came of it.
 *
 * @param who by name, and under which reference
 * @param basis on which power or order they rely
 * @param asked what they want, and which line of enquiry it serves
 * @param worth why it is needed, and whether it has substantial probative value
 * @param view what the client was told, and what she says to it
 * @param given what was answered, and what was handed over or refused
 */
public record OutsideTerms(
        Asker asker,
        LocalDate came,
        String who,
        String basis,
        String asked,
        String worth,
        String view,
        String given,
        Decision decision,
        Optional<LocalDate> answered)
        implements Confidential {

    /** What sort of body asks. */
    public enum Asker {
        POLICE,
        PROSECUTION,
        COURT,
        INSURER,
        SAFEGUARDING,
        OTHER
    }

    /** What they got. */
    public enum Decision {
        OPEN,
        GIVEN,
        PART,
        REFUSED
    }

    /** Whoever has answered says when; whoever has not does not. */
    public boolean fits() {
        return (decision == Decision.OPEN) == answered.isEmpty();
    }

    @Override
    public String toString() {
        return "OutsideTerms[redacted]";
    }
}
