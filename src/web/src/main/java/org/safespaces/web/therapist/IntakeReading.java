package org.safespaces.web.therapist;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * An enquiry as it is read, in words.
 *
 * @param row {@code null} where it is read as part of a case file
 * @param ownWords what they wrote themselves: read first
 * @param form which form it was
 * @param facts what the rules found in the answers, in plain words
 * @param shown the help they were shown on the way, and the places
 * @param clinical what they answered, section by section of their own form
 * @param identity who they are and how to reach them
 * @param notAtFirst what they would rather not be asked about at first; empty for nothing
 * @param legal may the police or a court be concerned?
 */
public record IntakeReading(
        IntakeRow row,
        List<IntakePage.Line> ownWords,
        String form,
        List<String> facts,
        List<String> shown,
        List<String> places,
        List<Section> clinical,
        List<Section> identity,
        String notAtFirst,
        boolean legal)
        implements Confidential {
    /** One section of the form; {@code blank} names what was asked and left blank, {@code left} counts it in words. */
    public record Section(String name, List<IntakePage.Line> answered, List<String> blank, String left)
            implements Confidential {
        @Override
        public String toString() {
            return "Section[redacted]";
        }
    }

    @Override
    public String toString() {
        return "IntakeReading[redacted]";
    }
}
