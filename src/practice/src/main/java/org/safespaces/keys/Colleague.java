package org.safespaces.keys;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's keys as a therapist sees them.
 *
 * @param name as she is shown; empty for keys on paper
 * @param keyId of these keys; one person can have two rows while new keys of hers wait
 * @param anchored the practice began with these keys: nobody need vouch for them
 * @param vouchers who vouched, by name
 * @param since the day of the first of those vouches, as the database has it; nobody signed it
 * @param words the six words; empty while nobody has vouched, so that they have to be heard
 * @param compared whoever looks has compared them herself, as her own sheet of pins says; unknown while her vault is locked
 */
public record Colleague(
        UUID personId,
        Optional<String> name,
        UUID keyId,
        boolean you,
        boolean vouched,
        boolean anchored,
        List<String> vouchers,
        Optional<LocalDate> since,
        String words,
        boolean compared) {}
