package org.safespaces.audit;

/** What can be recorded. A fixed list: an action that is not here cannot be written. */
public enum AuditAction {
    SERVER_STARTED,
    // a vault and the ways into it
    VAULT_MADE,
    VAULT_MADE_ANEW,
    VAULT_GIVEN_UP,
    PHRASE_CHANGED,
    PHRASE_WRAPPED_ANEW,
    RECOVERY_SHEET_MADE,
    PRACTICE_SHEET_MADE,
    PRACTICE_SHEET_USED,
    VAULT_UNLOCKED,
    VAULT_UNLOCK_FAILED,
    VAULT_LOCKED,
    INTAKE_RECEIVED,
    INTAKE_OPENED,
    INTAKE_ACCEPTED,
    INTAKE_SEALED_ANEW,
    INTAKE_TAKEN_BACK,
    // what is written about an enquiry: by her, to her, and between colleagues
    MESSAGE_RECEIVED,
    MESSAGE_WRITTEN,
    COLLEAGUES_TOLD,
    MESSAGES_OPENED,
    INTAKE_WAITS,
    INTAKE_NOT_RIGHT,
    INTAKE_CLOSED,
    INTAKE_EXPIRED,
    INTAKE_FORGOTTEN,
    CASE_OPENED,
    CLIENT_JOINED,
    CODE_USED,
    CODE_FAILED,
    CODE_REFUSED,
    NOTE_WRITTEN,
    NOTE_UNLOCKED,
    DRAFT_OPENED,
    GOALS_OPENED,
    GOAL_WRITTEN,
    NOTE_OPENED,
    SEARCHED,
    FOUND_IN_SEARCH,
    TRIPWIRE,
    CONTACT_OPENED,
    APPOINTMENT_OFFERED,
    APPOINTMENT_BOOKED,
    APPOINTMENT_REQUESTED,
    APPOINTMENT_APPROVED,
    APPOINTMENT_DECLINED,
    APPOINTMENT_EXPIRED,
    APPOINTMENT_MOVED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_ATTENDED,
    APPOINTMENT_MISSED,
    CHARGE_WAIVED,
    AVAILABILITY_CHANGED,
    SESSION_TYPE_MADE,
    SESSION_TYPE_CHANGED,
    SESSION_TYPE_WITHDRAWN,
    SESSION_TYPE_OFFERED,
    // keys of people, as others see them
    KEY_VOUCHED,
    KEY_COMPARED,
    KEYS_DO_NOT_MATCH,
    PINS_KEPT,
    RECIPIENTS_PROPOSED,
    RECIPIENTS_WITHDRAWN,
    RECIPIENTS_CHANGED,
    RECIPIENTS_DO_NOT_VERIFY,
    ROLE_GIVEN,
    ROLE_TAKEN,
    ACCESS_REFUSED,

    // people who work here, as an admin lets them in and out
    PERSON_INVITED,
    INVITATION_WRITTEN,
    PERSON_SUSPENDED,
    PERSON_BROUGHT_BACK,
    SECOND_FACTOR_ASKED_ANEW,

    // A record and its head; who holds it
    RECORD_GREW,
    RECORD_DOES_NOT_MATCH,
    HANDOVER_OFFERED,
    HANDOVER_ACCEPTED,
    HANDOVER_DECLINED,
    HANDOVER_WITHDRAWN,
    COVER_GIVEN,
    COVER_ENDED,
    EPOCH_CHANGED,

    // erasure keys
    KEYSTORE_LOW,
    KEYSTORE_YOUNG_KEY,
    KEYSTORE_REPLAYED,
    KEYSTORE_RECLAIMED,
    KEYSTORE_KEYS_MISSING,
    KEYSTORE_ORPHANS_DESTROYED,
    KEY_DESTROYED,

    // erasing a record
    PHRASE_CONFIRMED,
    ERASURE_ASKED,
    ERASURE_WITHDRAWN,
    ERASURE_REFUSED,
    ERASURE_APPROVED,
    CASE_ERASED,
    HOLD_SET,
    HOLD_LIFTED,

    // a client's code in place of another
    CODE_GIVEN,
    CODE_CHANGED,
    CODE_EXPIRED,

    // what asks to be read today: who has it, and how far it has come
    FOLLOW_UP_RAISED,
    FOLLOW_UP_RAISED_AGAIN,
    FOLLOW_UP_ACKNOWLEDGED,
    FOLLOW_UP_ESCALATED,
    FOLLOW_UP_TAKEN_OVER,
    FOLLOW_UP_ACTED,
    FOLLOW_UP_CLOSED,
    FOLLOW_UP_HANDED_ON,
    FOLLOW_UP_GONE,

    // how a client may be written to, and letters that did not go
    CONTACT_CARD_CHANGED,
    LETTER_REFUSED,
    LETTER_NOT_DELIVERED,

    // what is asked about safety before a session: sent by the client, opened and written by her therapist
    CHECK_RECEIVED,
    CHECK_OPENED,
    CHECK_WRITTEN,

    // what is shared with a client: her plan, what she agrees to
    PLAN_OPENED,
    PLAN_WRITTEN,
    PLAN_SHARED,
    CONSENTS_OPENED,
    CONSENT_WRITTEN,

    // letters that a therapist writes to a client
    DOCUMENT_OPENED,
    DOCUMENT_WRITTEN,
    DOCUMENT_FINISHED,
    DOCUMENT_DOWNLOADED,
    DOCUMENT_SHARED,

    // what is written for the colleague who takes a case over
    SUMMARY_OPENED,
    SUMMARY_WRITTEN,
    SUMMARY_ACKNOWLEDGED,

    // therapy rests, ends, and is taken up again
    CASE_PAUSED,
    CASE_RESUMED,
    CASE_ENDED,
    CASE_REOPENED,
    ENDING_OPENED,

    // a client says that somebody else may be in her account
    ACCOUNT_DOUBTED,
    SIGN_INS_ENDED,

    // devices that may ask for a therapist's diary
    FEED_MADE,
    FEED_REVOKED,

    // outcome measures: what is agreed on, what comes back from the client, what is filled in together, and each
    // opening
    MEASURES_AGREED,
    MEASURE_DECLINED,
    MEASURE_RECEIVED,
    MEASURE_WRITTEN,
    MEASURES_OPENED,

    // reports that were made elsewhere, and the log of what happened
    REPORTS_OPENED,
    REPORT_WRITTEN,
    EVIDENCE_OPENED,
    EVIDENCE_WRITTEN,
    EVIDENCE_EXPORTED,

    // what the practice decides, words and checks itself
    SETTING_CHANGED,
    TEXT_PUBLISHED,
    SIGNPOST_CHECKED,

    // this log itself, taken out of the house
    LOG_EXPORTED,

    // a copy of a record for its client: asked for, gone through, handed over
    COPY_ASKED,
    COPY_EXTENDED,
    COPY_WITHDRAWN,
    COPY_REVIEWED,
    COPY_DECIDED,
    COPY_RELEASED,

    // what a client says is not right in her record, and what came of it
    CORRECTION_ASKED,
    CORRECTIONS_OPENED,
    CORRECTION_ANSWERED,

    // a record that is kept and not used for the time being
    RECORD_RESTRICTED,
    RESTRICTION_LIFTED,

    // when a record has been kept long enough
    RETENTION_SNOOZED,

    // what police, courts and others ask about a client
    OUTSIDE_OPENED,
    OUTSIDE_WRITTEN,
    OUTSIDE_LOOKED_AT
}
