package org.safespaces.vault;

import java.util.List;
import java.util.UUID;

/**
 * What a client sends into her case, as it waits for its first reading: sealed to the holders of the compartment, unsigned. What
 * opens is untrusted text; a holder then seals it anew as an ordinary item.
 *
 * @param part case and compartment
 * @param itemId random
 * @param epoch whose erasure key it hangs on
 * @param text its envelope
 * @param wraps its key, for each holder
 */
public record SealedInward(CasePart part, UUID itemId, int epoch, SealedText text, List<InwardWrap> wraps) {
    public SealedInward {
        wraps = List.copyOf(wraps);
    }
}
