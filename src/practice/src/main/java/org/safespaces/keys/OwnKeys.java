package org.safespaces.keys;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A therapist's own keys, as she is shown them: nothing of it is secret.
 *
 * @param words the six that stand for her keys; none while her vault is locked
 * @param anchored these keys as the server's configuration writes them; empty while her vault is locked
 * @param since the day they were published
 * @param standing how far they are believed
 * @param vouchedBy the shown names of those who vouched for them; may be empty for keys that stand in the anchor
 * @param vouchedOnPaper the practice's keys on paper vouched for them
 * @param phraseSince the day of the phrase; empty when there is none any more
 * @param sheetSince the day of the recovery sheet; empty when there is none any more
 * @param others her other keys: from before she started anew, or begun anew under her name
 */
public record OwnKeys(
        List<String> words,
        Optional<String> anchored,
        LocalDate since,
        Standing standing,
        List<String> vouchedBy,
        boolean vouchedOnPaper,
        Optional<LocalDate> phraseSince,
        Optional<LocalDate> sheetSince,
        List<Other> others) {

    /**
     * Other keys of hers.
     *
     * @param keyId which
     * @param since the day they were published
     * @param later made after those that are shown
     * @param vouched somebody vouched for them
     * @param mayGiveUp they can be given up from the vault whose keys are shown
     */
    public record Other(UUID keyId, LocalDate since, boolean later, boolean vouched, boolean mayGiveUp) {}
}
