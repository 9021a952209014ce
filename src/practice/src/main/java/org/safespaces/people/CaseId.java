package org.safespaces.people;

import java.util.UUID;

/** One client's case. */
public record CaseId(UUID value) {
    /** Reads an id as it stands in an address; throws {@link NoSuchPerson} for anything that is none. */
    public static CaseId parse(String text) {
        return new CaseId(Ids.parse(text));
    }
}
