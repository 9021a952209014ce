package org.safespaces.keys;

import java.util.Optional;
import java.util.UUID;

/**
 * Something the directory shows that is not as a vault remembers it.
 *
 * @param personId whose keys, where it is about somebody
 * @param keyId the keys the directory shows for her now; empty when there are none
 * @param version of the list that is missing or was changed, else 0
 */
public record Difference(Kind kind, Optional<UUID> personId, Optional<UUID> keyId, int version) {
    /** What does not match. */
    public enum Kind {
        /** The directory shows other keys in her own name than her vault has; it cannot be mended from here. */
        OWN_KEYS,
        /** A colleague's keys are others than those remembered. Comparing the words mends it, if the change is honest. */
        KEYS_CHANGED,
        /** The vault has no memory of these keys any more; they have to be compared anew. */
        KEYS_TO_COMPARE,
        /** Keys that were vouched for are not there any more. */
        KEYS_GONE,
        /** There are fewer keys than there were: some of the past are missing. */
        FEWER_KEYS,
        /** The newest list of recipients is older than one that was in force. */
        LIST_OLDER,
        /** The list of recipients says something else under the same number. */
        LIST_OTHER,
        /** The vault's own memory is missing, although there was one. */
        SHEET_GONE,
        /** An older memory was put in place of the newest. */
        SHEET_OLDER,
        /** The vault's own memory does not open. */
        SHEET_UNREADABLE;

        /** Can a therapist settle it by comparing words? */
        public boolean isSettledByComparing() {
            return this == KEYS_CHANGED || this == KEYS_TO_COMPARE;
        }

        /** Is it about the vault's own memory? Then everybody is compared anew, and a new one begins. */
        public boolean isOfTheSheet() {
            return this == SHEET_GONE || this == SHEET_OLDER || this == SHEET_UNREADABLE;
        }
    }

    static Difference of(Kind kind) {
        return new Difference(kind, Optional.empty(), Optional.empty(), 0);
    }

    static Difference of(Kind kind, int version) {
        return new Difference(kind, Optional.empty(), Optional.empty(), version);
    }

    static Difference about(Kind kind, UUID person, UUID keyIdOrNull) {
        return new Difference(kind, Optional.of(person), Optional.ofNullable(keyIdOrNull), 0);
    }
}
