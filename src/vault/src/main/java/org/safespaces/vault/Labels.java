package org.safespaces.vault;

/**
 * Every domain label of the formats. A label keeps two uses of one key or one signature apart, so none may ever be reused, and
 * a change of meaning needs a new version number at its end.
 */
final class Labels {
    private static final String ROOT = "safespaces/";

    // Envelope
    static final String ENVELOPE_KEY = ROOT + "tpe1/enc";
    static final String ENVELOPE_IV = ROOT + "tpe1/iv";
    static final String ENVELOPE_COMMITMENT = ROOT + "tpe1/commit";

    // Derived keys
    static final String PEPPER = ROOT + "pep/v1";
    static final String SLOT_PHRASE = ROOT + "slot/phrase/v1";
    static final String SLOT_CODE = ROOT + "slot/code/v1";
    static final String BOX = ROOT + "box/v1";
    static final String SIGN = ROOT + "sign/v1";
    static final String CASE_KEY = ROOT + "ck/v1";
    static final String INTAKE_KEY = ROOT + "ik/v1";
    static final String INWARD_KEY = ROOT + "inwardkey/v1";
    static final String CODE_SALT = ROOT + "code/v1";
    static final String CODE_LOOKUP = ROOT + "codelookup/v1";
    static final String CODE_BOX = ROOT + "codebox/v1";
    static final String CODE_DRAFT_KEY = ROOT + "codedraftkey/v1";
    static final String MESSAGE_KEY = ROOT + "messagekey/v1";
    static final String COLLEAGUES_KEY = ROOT + "colleaguekey/v1";
    static final String CODE_PASSED_ON = ROOT + "codepassed/v1";
    static final String CODE_LET_IN = ROOT + "codeletin/v1";

    // Associated data
    static final String NOTE = ROOT + "note/v1";
    static final String DEK = ROOT + "dek/v1";
    static final String DRAFT = ROOT + "draft/v1";
    static final String SLOT = ROOT + "slot/v1";
    static final String SESSION = ROOT + "session/v1";
    static final String PINS = ROOT + "pins/v1";
    static final String INTAKE = ROOT + "intake/v1";
    static final String WORKING_COPY = ROOT + "work/v1";
    static final String CODE_DRAFT = ROOT + "codedraft/v1";
    static final String ERASURE_KEY = ROOT + "ek/v1";
    static final String SERVER_FIELD = ROOT + "t2/v1";
    static final String INWARD_TEXT = ROOT + "inwardtext/v1";
    static final String MESSAGE_TEXT = ROOT + "messagetext/v1";
    static final String COLLEAGUES_TEXT = ROOT + "colleaguetext/v1";

    // HPKE info
    static final String GRANT = ROOT + "grant/v1";
    static final String INTAKE_WRAP = ROOT + "intakekey/v1";
    static final String INWARD_WRAP = ROOT + "inward/v1";

    // Signed payloads
    static final String NOTE_SIGNATURE = ROOT + "notesig/v1";
    static final String GRANT_SIGNATURE = ROOT + "grantsig/v1";
    static final String EPOCH = ROOT + "epoch/v1";
    static final String HEAD = ROOT + "head/v1";
    static final String DIRECTORY_ENTRY = ROOT + "dir/v1";
    static final String VOUCH = ROOT + "vouch/v1";
    static final String RECIPIENTS = ROOT + "recipients/v1";

    // Checks on paper
    static final String SHEET_LINE = ROOT + "sheetline/v1";
    static final String SHEET = ROOT + "sheet/v1";

    // Backups
    static final String BACKUP = ROOT + "backup/v1";
    static final String BACKUP_STREAM = ROOT + "backupstream/v1";
    static final String BACKUP_KEY = ROOT + "backupkey/v1";

    // Hashes
    static final String NOTE_VERSION = ROOT + "notever/v1";
    static final String HEAD_HASH = ROOT + "headhash/v1";
    static final String EPOCH_HASH = ROOT + "epochhash/v1";
    static final String KEY_ID = ROOT + "keyid/v1";
    static final String FINGERPRINT = ROOT + "fingerprint/v1";
    static final String ANCHOR = ROOT + "anchor/v1";
    static final String TOMBSTONE = ROOT + "tomb/v1";

    private Labels() {}
}
