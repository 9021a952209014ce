package org.safespaces.keys;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.EkId;
import org.safespaces.vault.Grant;
import org.safespaces.vault.IntakeWrap;
import org.safespaces.vault.ReturnCode;

/**
 * A code that is to take another's place, with what the other has passed on to it. All of it is sealed or public; the code itself
 * is not in here, only what tells whether it was typed rightly.
 */
final class PendingCode {
    private static final Duration LASTS = Duration.ofMinutes(30);

    private final byte[] before;
    private final byte[] lookup;
    private final CodeKeys keys;
    private final CodePlace place;
    private final Optional<PassedOn> enquiry;
    private final Optional<Grant> messages;
    private final Instant since;

    /** A key to an enquiry, good as long as that lies under the same erasure key. */
    record PassedOn(EkId under, IntakeWrap wrap) {}

    PendingCode(OpenCode current, ReturnCode next, Optional<PassedOn> enquiry, Optional<Grant> messages, Instant now) {
        this.before = current.code().lookup();
        this.lookup = next.lookup();
        this.keys = next.keys();
        this.place = current.holder().place();
        this.enquiry = enquiry;
        this.messages = messages;
        this.since = now;
    }

    boolean isOver(Instant now) {
        return now.isAfter(since.plus(LASTS));
    }

    boolean is(ReturnCode typed) {
        return MessageDigest.isEqual(lookup, typed.lookup());
    }

    byte[] before() {
        return before.clone();
    }

    byte[] lookup() {
        return lookup.clone();
    }

    CodeKeys keys() {
        return keys;
    }

    CodePlace place() {
        return place;
    }

    Optional<EkId> enquiryKey() {
        return enquiry.map(PassedOn::under);
    }

    Optional<IntakeWrap> wrap() {
        return enquiry.map(PassedOn::wrap);
    }

    Optional<Grant> messages() {
        return messages;
    }
}
