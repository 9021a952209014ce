package org.safespaces.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * {@code LP(a, b, ...)}: fields, each after its length as u32. Injective: two different lists of fields never give the same bytes,
 * so {@code ("ab", "c")} and {@code ("a", "bc")} differ. Integers are big-endian at the width their method names; a value that
 * does not fit is refused, since cutting it would make two contexts one.
 */
final class LengthPrefix {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private LengthPrefix() {}

    /** Begins with a label of {@link Labels}. */
    static LengthPrefix of(String label) {
        return new LengthPrefix().text(label);
    }

    LengthPrefix bytes(byte[] field) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
        out.writeBytes(field);
        return this;
    }

    LengthPrefix text(String field) {
        return bytes(field.getBytes(StandardCharsets.UTF_8));
    }

    LengthPrefix id(UUID field) {
        return bytes(Bytes.of(field));
    }

    LengthPrefix u8(int value) {
        fits(value, 0xFF);
        return bytes(new byte[] {(byte) value});
    }

    LengthPrefix u16(int value) {
        fits(value, 0xFFFF);
        return bytes(ByteBuffer.allocate(2).putShort((short) value).array());
    }

    LengthPrefix u32(long value) {
        fits(value, 0xFFFF_FFFFL);
        return bytes(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    /** Eight bytes: u64 for counts, i64 for moments. */
    LengthPrefix i64(long value) {
        return bytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    /** Tenant, case and compartment, in this order everywhere. */
    LengthPrefix part(CasePart part) {
        return id(part.tenantId()).id(part.caseId()).u8(part.compartment().code());
    }

    byte[] done() {
        return out.toByteArray();
    }

    private static void fits(long value, long most) {
        if (value < 0 || value > most) {
            throw new VaultException();
        }
    }
}
