package org.safespaces.vault;

import java.util.UUID;

/** What each kind of envelope is bound to (vault.md 5.3), one method a row. Moved to any other place, it does not open. */
final class AssociatedData {
    private AssociatedData() {}

    static byte[] note(ItemAddress at, UUID authorId, UUID dekId) {
        return LengthPrefix.of(Labels.NOTE)
                .part(at.part())
                .id(at.itemId())
                .u32(at.version())
                .u16(at.fieldId())
                .id(authorId)
                .id(dekId)
                .done();
    }

    /** The epoch stands here and not in the note's own data: rotation re-wraps keys and never touches content. */
    static byte[] dek(DekPlace place, int epoch) {
        return LengthPrefix.of(Labels.DEK)
                .part(place.part())
                .u32(epoch)
                .id(place.itemId())
                .u32(place.version())
                .id(place.dekId())
                .done();
    }

    static byte[] draft(CasePart part, UUID itemId, UUID authorId, UUID dekId) {
        return LengthPrefix.of(Labels.DRAFT)
                .part(part)
                .id(itemId)
                .id(authorId)
                .id(dekId)
                .done();
    }

    static byte[] slot(UUID tenantId, UUID personId, Slot slot) {
        return LengthPrefix.of(Labels.SLOT)
                .id(tenantId)
                .id(personId)
                .id(slot.slotId())
                .u8(slot.kind().code())
                .u32(slot.memoryKiB())
                .u32(slot.passes())
                .u32(slot.lanes())
                .bytes(slot.salt())
                .u32(slot.pepperVersion())
                .done();
    }

    static byte[] session(UUID tenantId, UUID personId, byte[] nonce) {
        return LengthPrefix.of(Labels.SESSION)
                .id(tenantId)
                .id(personId)
                .bytes(nonce)
                .done();
    }

    static byte[] pins(UUID tenantId, UUID personId, int sheetVersion) {
        return LengthPrefix.of(Labels.PINS)
                .id(tenantId)
                .id(personId)
                .u32(sheetVersion)
                .done();
    }

    static byte[] intake(UUID tenantId, UUID intakeId, Compartment compartment, int listVersion) {
        return LengthPrefix.of(Labels.INTAKE)
                .id(tenantId)
                .id(intakeId)
                .u8(compartment.code())
                .u32(listVersion)
                .done();
    }

    static byte[] workingCopy(UUID tenantId, byte[] nonce) {
        return LengthPrefix.of(Labels.WORKING_COPY).id(tenantId).bytes(nonce).done();
    }

    static byte[] codeDraft(UUID tenantId, UUID draftId, long expiryDay) {
        return LengthPrefix.of(Labels.CODE_DRAFT)
                .id(tenantId)
                .id(draftId)
                .u32(expiryDay)
                .done();
    }

    static byte[] erasureKey(UUID tenantId, EkId id, int keystoreKeyVersion) {
        return LengthPrefix.of(Labels.ERASURE_KEY)
                .id(tenantId)
                .id(id.value())
                .u32(keystoreKeyVersion)
                .done();
    }

    static byte[] serverField(UUID tenantId, Column column, UUID rowId, int keyVersion) {
        return LengthPrefix.of(Labels.SERVER_FIELD)
                .id(tenantId)
                .text(column.table())
                .text(column.column())
                .id(rowId)
                .u32(keyVersion)
                .done();
    }

    static byte[] inward(CasePart part, UUID itemId) {
        return LengthPrefix.of(Labels.INWARD_TEXT).part(part).id(itemId).done();
    }

    static byte[] message(UUID tenantId, UUID intakeId, UUID messageId, MessageKind kind, long day) {
        String label = kind == MessageKind.FOR_COLLEAGUES ? Labels.COLLEAGUES_TEXT : Labels.MESSAGE_TEXT;
        return LengthPrefix.of(label)
                .id(tenantId)
                .id(intakeId)
                .id(messageId)
                .u8(kind.code())
                .u32(day)
                .done();
    }
}
