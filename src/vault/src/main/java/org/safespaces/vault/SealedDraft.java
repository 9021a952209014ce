package org.safespaces.vault;

import java.util.UUID;

/**
 * What autosave keeps of an unfinished item: sealed, unsigned, only for its author.
 *
 * @param text the text's envelope
 * @param dekId the name of its own key
 * @param wrappedDek that key, under the case key
 * @param epoch the epoch of that case key
 */
public record SealedDraft(SealedText text, UUID dekId, SealedText wrappedDek, int epoch) {}
