package org.safespaces.vault;

import java.util.Arrays;

/** Who writes to whom about an enquiry, before it is a case. What was sealed as one kind opens as no other. */
public enum MessageKind {
    /** From whoever sent the enquiry and has its code, to its readers. */
    FROM_VISITOR(1),
    /** From a reader, to whoever has the code. */
    FROM_PRACTICE(2),
    /** From a reader to the other readers; no code opens it. */
    FOR_COLLEAGUES(3);

    private final int code;

    MessageKind(int code) {
        this.code = code;
    }

    /** The number the formats carry; never changes. */
    public int code() {
        return code;
    }

    /** The kind of a stored number; {@link VaultException} when there is none. */
    public static MessageKind of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(VaultException::new);
    }

    /** Whose key it lies under: the code holds the first, the readers alone the second. */
    Compartment under() {
        return this == FOR_COLLEAGUES ? Compartment.IDENTITY : Compartment.CLINICAL;
    }
}
