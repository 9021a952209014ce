package org.safespaces.settings;

import java.time.Instant;
import java.util.UUID;

/**
 * What the practice has decided about a setting, on its page.
 *
 * @param value as it counts
 * @param at when
 * @param by who, as the log names her
 */
public record Decision(String value, Instant at, UUID by) {}
