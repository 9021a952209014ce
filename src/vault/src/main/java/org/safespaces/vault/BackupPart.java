package org.safespaces.vault;

/** What a backup's file holds. The two never lie together: the keys age out after 35 days, the rest may be kept. */
public enum BackupPart {
    /** The main database, and what the server is set up with. */
    MAIN(1),
    /** The keystore: erasure keys. */
    KEYS(2);

    private final int code;

    BackupPart(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static BackupPart of(int code) {
        for (BackupPart part : values()) {
            if (part.code == code) {
                return part;
            }
        }
        throw new VaultException();
    }
}
