package org.safespaces.vault;

import java.util.Arrays;

/** The four drawers of a case, each with keys of its own: a supervisor may hold one without the others. */
public enum Compartment {
    /** The clinical record. */
    CLINICAL(1),
    /** Who she is and how she may safely be reached. */
    IDENTITY(2),
    /** Process notes, the therapist's own. */
    PROCESS(3),
    /** Messages with the client, which her return code opens as well. */
    MESSAGES(4);

    private final int code;

    Compartment(int code) {
        this.code = code;
    }

    /** The number the formats carry; never changes. */
    public int code() {
        return code;
    }

    /** The compartment of a stored number; {@link VaultException} when there is none. */
    public static Compartment of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(VaultException::new);
    }
}
