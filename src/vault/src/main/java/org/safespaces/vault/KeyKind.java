package org.safespaces.vault;

import java.util.Arrays;

/** Whose keys a directory entry carries. */
public enum KeyKind {
    /** Somebody who signs in. */
    PERSON(1),
    /** Keys on paper: receives intakes and signs for the anchor, never a case. */
    OFFLINE(2);

    private final int code;

    KeyKind(int code) {
        this.code = code;
    }

    /** The number the formats carry; never changes. */
    public int code() {
        return code;
    }

    /** The kind of a stored number; {@link VaultException} when there is none. */
    public static KeyKind of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(VaultException::new);
    }
}
