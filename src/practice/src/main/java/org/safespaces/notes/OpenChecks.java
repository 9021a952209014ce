package org.safespaces.notes;

import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * The check of a session, and the last one of any other.
 *
 * @param here of this session; empty while nothing was answered
 * @param last answers of another session, to be confirmed
 * @param unread the client has sent some that the caller's keys do not open: they came before she was given the case
 */
public record OpenChecks(Optional<SafetyCheck> here, Optional<SafetyCheck> last, boolean unread)
        implements Confidential {
    @Override
    public String toString() {
        return "OpenChecks[redacted]";
    }
}
