package org.safespaces.vault;

import java.util.UUID;

/**
 * Where an item's own key belongs, whatever the epoch.
 *
 * @param part case and compartment
 * @param itemId the item
 * @param version the item's; 0 for a draft's key, which therefore never passes for an item's
 * @param dekId the key's name
 */
record DekPlace(CasePart part, UUID itemId, int version, UUID dekId) {
    static DekPlace of(ItemAddress at, UUID dekId) {
        return new DekPlace(at.part(), at.itemId(), at.version(), dekId);
    }

    static DekPlace ofDraft(CasePart part, UUID itemId, UUID dekId) {
        return new DekPlace(part, itemId, 0, dekId);
    }
}
