package org.safespaces.intake;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * What the holder of a code sees: where her enquiry stands, and what was written both ways until it is accepted.
 *
 * @param open she can write
 */
public record SeenByCode(IntakeProgress progress, List<Message> messages, boolean open) implements Confidential {
    public SeenByCode {
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return "SeenByCode[redacted]";
    }
}
