package org.safespaces.vault;

import java.util.Objects;
import java.util.UUID;

/**
 * Where an item's text belongs; sealed for one address, it opens at no other.
 *
 * @param part case and compartment
 * @param itemId the note, message or other item
 * @param version counts up from 1
 * @param fieldId which field of the item, 0 to 65,535
 */
public record ItemAddress(CasePart part, UUID itemId, int version, int fieldId) {
    public ItemAddress {
        Objects.requireNonNull(part);
        Objects.requireNonNull(itemId);
        if (version < 1 || fieldId < 0 || fieldId > 0xFFFF) {
            throw new IllegalArgumentException("versions count from 1, fields from 0 to 65535");
        }
    }
}
