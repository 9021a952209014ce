package org.safespaces.scheduling;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of session, as somebody chooses it.
 *
 * @param feePence what it costs, as far as that is shown
 * @param cancellation how long before it begins it can be given back free of charge
 */
public record SessionKind(
        UUID id, String name, Duration length, Mode mode, Optional<Integer> feePence, Duration cancellation) {}
