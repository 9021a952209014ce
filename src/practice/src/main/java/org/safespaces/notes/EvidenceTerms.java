package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * One line of an evidence log: what happened, as it was told. Words only: nothing can be attached.
 *
 * @param on the day it happened, if that is known
 * @param time the hour, or what is known of it, in words
 * @param what what happened
 * @param who by what name or account
 * @param where on which service, or where else
 * @param kept what of it the client keeps herself, and where
 * @param image whether an image is part of it, and of whom
 */
public record EvidenceTerms(
        Optional<LocalDate> on, String time, String what, String who, String where, String kept, Image image)
        implements Confidential {
    /** Is there an image in it, and was anybody in it under 18? */
    public enum Image {
        NONE,
        ADULT,
        UNDER_18,
        UNSURE;

        /** Somebody in it may have been a child: then nothing that leads to it is kept here. Source: intake.md, safe to keep. */
        public boolean mayShowAChild() {
            return this == UNDER_18 || this == UNSURE;
        }
    }

    @Override
    public String toString() {
        return "EvidenceTerms[redacted]";
    }
}
