package org.safespaces.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Every text a class file holds, its string literals among them, put together as the compiler did. */
final class Constants {
    private static final int UTF8 = 1;

    private Constants() {}

    static Set<String> of(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream();
                DataInputStream in = new DataInputStream(file)) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            Set<String> texts = new HashSet<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    texts.add(in.readUTF());
                } else {
                    in.skipNBytes(length(tag));
                    // long and double take two places
                    i += tag == 5 || tag == 6 ? 1 : 0;
                }
            }
            return texts;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static int length(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalStateException("no constant has the tag " + tag);
        };
    }
}
