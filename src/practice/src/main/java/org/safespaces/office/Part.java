package org.safespaces.office;

/** What the practice runs on. */
public enum Part {
    PRACTICE_DATABASE,
    KEY_DATABASE,
    IDENTITY_SERVER,
    MAIL_RELAY,
    LETTERS,
    KEYS,
    DISK,
    /** Of the log. */
    SIGNER,
    BACKUP,
    /** A backup that was restored, looked at and found good. */
    DRILL
}
