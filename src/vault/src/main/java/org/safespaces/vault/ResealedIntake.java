package org.safespaces.vault;

import java.util.List;
import java.util.Optional;

/**
 * An enquiry sealed anew with its messages, under fresh keys.
 *
 * @param messagesUnder the erasure key of the messages; empty where there are none
 */
public record ResealedIntake(SealedIntake intake, Optional<EkId> messagesUnder, List<SealedMessage> messages) {
    public ResealedIntake {
        messages = List.copyOf(messages);
    }
}
