package org.safespaces.notes;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * A consent with all its steps.
 *
 * @param now as it stands
 * @param steps each version, the newest first
 */
public record OpenConsent(Consent now, List<Consent> steps) implements Confidential {
    public OpenConsent {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "OpenConsent[redacted]";
    }
}
