package org.safespaces.settings;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a text.
 *
 * @param number the how manyth; a draft has the number it would be published under
 * @param body what it says
 * @param at when it was published, or kept
 * @param by who did, as the log names her
 */
public record TextVersion(int number, String body, Instant at, UUID by) {}
