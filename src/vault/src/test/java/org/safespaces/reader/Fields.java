package org.safespaces.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Section 1: fields, each preceded by its length. */
public final class Fields {
    private Fields() {}

    /** Fields that always come together; the document writes one name for them. */
    record Several(List<Object> fields) {}

    static Several several(Object... fields) {
        return new Several(List.of(fields));
    }

    /** Labels and names as text, identifiers as sixteen bytes, everything else as bytes. */
    public static byte[] lp(Object... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object field : fields) {
            if (field instanceof Several several) {
                out.writeBytes(lp(several.fields().toArray()));
            } else {
                byte[] bytes = bytes(field);
                out.writeBytes(u32(bytes.length));
                out.writeBytes(bytes);
            }
        }
        return out.toByteArray();
    }

    /** A label, with the root that all of them share. */
    public static String label(String name) {
        return "safespaces/" + name;
    }

    public static byte[] u8(int value) {
        return new byte[] {(byte) value};
    }

    public static byte[] u16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    public static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    public static byte[] u64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] bytes(Object field) {
        if (field instanceof byte[] bytes) {
            return bytes;
        }
        if (field instanceof UUID id) {
            return joined(u64(id.getMostSignificantBits()), u64(id.getLeastSignificantBits()));
        }
        return ((String) field).getBytes(StandardCharsets.UTF_8);
    }
}
