package org.safespaces.vault;

import java.util.UUID;

/**
 * An item's own key as it lies under the case key: all of an item that a rotation touches.
 *
 * @param dekId its name
 * @param wrapped the key's envelope
 * @param epoch the epoch of the case key it lies under
 */
public record WrappedKey(UUID dekId, SealedText wrapped, int epoch) {}
