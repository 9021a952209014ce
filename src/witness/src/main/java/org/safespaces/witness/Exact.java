package org.safespaces.witness;

import java.util.Base64;

/** Readings of which each value has one spelling only: a second one would be a second log that verifies. */
final class Exact {
    private Exact() {}

    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // the same answer as for a second spelling
        }
        throw new Broken("this is not plain base64");
    }
}
