package org.safespaces.vault;

import java.util.Arrays;

/** How a vault may be opened. Codes 2 (passkey) and 4 (practice key) are reserved for version 2. */
public enum SlotKind {
    /** Six words, behind Argon2id and the pepper. */
    PASSPHRASE(1),
    /** 26 characters on paper; strong enough to need neither. */
    RECOVERY_CODE(3);

    private final int code;

    SlotKind(int code) {
        this.code = code;
    }

    /** The number the formats carry; never changes. */
    public int code() {
        return code;
    }

    /** The kind of a stored number; {@link VaultException} when there is none. */
    public static SlotKind of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(VaultException::new);
    }
}
