package org.safespaces.people;

import java.util.UUID;

/** Makes and reads identifiers. */
public final class Ids {
    private static final int LENGTH = 36;

    private Ids() {}

    /** A fresh identifier; the one place that makes them. */
    public static UUID fresh() {
        return UUID.randomUUID();
    }

    /** Reads an id strictly: one spelling only. Throws {@link NoSuchPerson} for everything else. */
    public static UUID parse(String text) {
        if (text == null || text.length() != LENGTH) {
            throw new NoSuchPerson();
        }
        try {
            UUID id = UUID.fromString(text);
            if (!id.toString().equals(text)) {
                throw new NoSuchPerson();
            }
            return id;
        } catch (IllegalArgumentException notAnId) {
            throw new NoSuchPerson();
        }
    }
}
