package org.safespaces.vault;

import java.util.List;
import java.util.UUID;

/**
 * What the messages of one enquiry hang on: the keys of its halves, as they were sealed to each reader and to its code, and an
 * erasure key of its own. It can outlive the answers, whose erasure key is another.
 *
 * @param tenantId the practice
 * @param intakeId the enquiry
 * @param listVersion whom the enquiry was sealed to
 * @param ekId the erasure key of the messages
 * @param wraps the keys of both halves, for each who holds them
 */
public record Conversation(UUID tenantId, UUID intakeId, int listVersion, EkId ekId, List<IntakeWrap> wraps) {
    public Conversation {
        wraps = List.copyOf(wraps);
    }
}
