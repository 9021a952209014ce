package org.safespaces.mail;

import java.util.Optional;
import java.util.UUID;

/** Where somebody can be written to, asked at the moment of sending; implemented by whoever knows people. */
public interface Addressees {
    /** The address now; empty when there is none, or when nothing may be sent. */
    Optional<String> addressOf(UUID person);
}
