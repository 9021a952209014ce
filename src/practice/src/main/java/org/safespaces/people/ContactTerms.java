package org.safespaces.people;

import java.util.Optional;

/**
 * What a client and her therapist have agreed on: how she may be reached, and how not. Letters go by mail only; texts and calls are for
 * people, who see here whether they may.
 *
 * @param mail where letters may go; empty when none may
 * @param text whether somebody may send her a text
 * @param call whether somebody may ring
 * @param voicemail whether somebody who rings may leave a message
 * @param times when letters may reach her
 * @param othersRead others may read what reaches her: no letter says a time then
 * @param reminders which reminders she wants, and what they may say
 */
public record ContactTerms(
        Optional<String> mail,
        boolean text,
        boolean call,
        boolean voicemail,
        SafeTimes times,
        boolean othersRead,
        ReminderWish reminders) {
    public ContactTerms {
        if (mail.isPresent() && times.isNever()) {
            throw new IllegalArgumentException("letters need an hour at which they are safe");
        }
        if (voicemail && !call) {
            throw new IllegalArgumentException("a message is left by somebody who rings");
        }
    }

    /** Nothing is known, so nothing may be sent. */
    static ContactTerms nothing() {
        return new ContactTerms(
                Optional.empty(), false, false, false, SafeTimes.any(), true, new ReminderWish(false, false, false));
    }

    /** May a letter say the time of an appointment? */
    public boolean isTimeSaid() {
        return reminders.timeSaid() && !othersRead;
    }

    @Override
    public String toString() {
        return "ContactTerms[redacted]";
    }
}
