package org.safespaces.mail;

import java.util.Optional;
import java.util.UUID;

/** How somebody can be written to, asked at the moment of sending; implemented by whoever knows people. */
public interface Addressees {
    /** How things are now; empty when there is no address, or when nothing may be sent. */
    Optional<Addressee> find(UUID person);
}
