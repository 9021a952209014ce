package org.safespaces.notes;

import java.util.List;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * The filled-in forms of a case, opened.
 *
 * @param forms in the order in which they came into the record
 * @param left something was sent that is not sealed to the caller
 * @param doubtful the record is not what was signed, or one of them does not open
 */
public record OpenForms(List<Form> forms, boolean left, boolean doubtful) implements Confidential {
    /**
     * One of them.
     *
     * @param signer who has put it into the record
     * @param text the document, as whoever has written it reads it
     */
    public record Form(UUID id, TherapistId signer, String text) implements Confidential {
        @Override
        public String toString() {
            return "Form[redacted]";
        }
    }

    @Override
    public String toString() {
        return "OpenForms[redacted]";
    }
}
