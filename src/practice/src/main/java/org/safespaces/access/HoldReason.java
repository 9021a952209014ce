package org.safespaces.access;

/** Why a record may not be erased for the time being. */
public enum HoldReason {
    COURT_OR_POLICE,
    COMPLAINT_OR_CLAIM,
    SAFEGUARDING
}
