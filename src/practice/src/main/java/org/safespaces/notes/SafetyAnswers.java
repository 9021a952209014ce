package org.safespaces.notes;

import java.util.Optional;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;

/**
 * What is asked about safety before a session. Each answer may be missing.
 *
 * @param place where she is, for an ambulance
 * @param alone nobody is there who could listen
 * @param headphones she uses them
 * @param word said by either, it means: not safe to talk
 * @param number to ring if the line drops
 * @param person the emergency person in her record is still the right one
 */
public record SafetyAnswers(
        String place,
        Optional<Boolean> alone,
        Optional<Boolean> headphones,
        String word,
        String number,
        Optional<Boolean> person)
        implements Confidential {
    /** The most UTF-16 units an answer may have. */
    public static final int LONGEST = 200;

    public static final SafetyAnswers NONE =
            new SafetyAnswers("", Optional.empty(), Optional.empty(), "", "", Optional.empty());

    /** Whether each fits where it is kept. */
    public boolean fits() {
        return Stream.of(place, word, number).allMatch(answer -> answer.length() <= LONGEST);
    }

    @Override
    public String toString() {
        return "SafetyAnswers[redacted]";
    }
}
