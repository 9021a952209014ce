package org.safespaces.audit;

/** What can be recorded. A fixed list: an action that is not here cannot be written. */
public enum AuditAction {
    SERVER_STARTED,
    VAULT_UNLOCKED,
    VAULT_UNLOCK_FAILED,
    VAULT_LOCKED,
    INTAKE_RECEIVED,
    INTAKE_OPENED,
    INTAKE_ACCEPTED,
    CASE_OPENED,
    CLIENT_JOINED,
    CODE_USED,
    CODE_FAILED,
    NOTE_WRITTEN,
    NOTE_OPENED,
    CONTACT_OPENED,
    APPOINTMENT_BOOKED,
    APPOINTMENT_CANCELLED,
    AVAILABILITY_CHANGED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    ACCESS_REFUSED,

    // A record and its head; who holds it
    RECORD_GREW,
    RECORD_DOES_NOT_MATCH,
    HANDOVER_OFFERED,
    HANDOVER_ACCEPTED,
    HANDOVER_DECLINED,
    HANDOVER_WITHDRAWN,
    COVER_GIVEN,
    COVER_ENDED,
    EPOCH_CHANGED
}
