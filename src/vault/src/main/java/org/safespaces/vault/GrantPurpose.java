package org.safespaces.vault;

import java.util.Arrays;

/** Why somebody holds a case secret. The first three make a holder, who writes, grants and rotates; the last two only read. */
public enum GrantPurpose {
    /** The case is hers. */
    OWN(1),
    /** It is about to become hers. */
    HANDOVER(2),
    /** For a colleague's absence, until a day. */
    COVER(3),
    /** Clinical record only, until a day. */
    SUPERVISION(4),
    /** The client's own key, messages only. */
    CLIENT_CODE(5);

    private final int code;

    GrantPurpose(int code) {
        this.code = code;
    }

    /** The number the formats carry; never changes. */
    public int code() {
        return code;
    }

    /** The kind of a stored number; {@link VaultException} when there is none. */
    public static GrantPurpose of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(VaultException::new);
    }

    boolean makesHolder() {
        return code <= COVER.code;
    }
}
