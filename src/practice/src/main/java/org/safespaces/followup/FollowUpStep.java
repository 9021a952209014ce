package org.safespaces.followup;

import org.safespaces.audit.AuditAction;

/** What can happen to a task. */
public enum FollowUpStep {
    RAISED(AuditAction.FOLLOW_UP_RAISED),
    /** Something more came while it was open; its clock began again. */
    RAISED_AGAIN(AuditAction.FOLLOW_UP_RAISED_AGAIN),
    ACKNOWLEDGED(AuditAction.FOLLOW_UP_ACKNOWLEDGED),
    /** Not acknowledged in time: it went on to the next reader. */
    ESCALATED(AuditAction.FOLLOW_UP_ESCALATED),
    /** A reader made it hers. */
    TAKEN_OVER(AuditAction.FOLLOW_UP_TAKEN_OVER),
    ACTED(AuditAction.FOLLOW_UP_ACTED),
    CLOSED(AuditAction.FOLLOW_UP_CLOSED),
    /** It followed what it is about: into a case, or with a case to another therapist. */
    HANDED_ON(AuditAction.FOLLOW_UP_HANDED_ON);

    private final AuditAction recorded;

    FollowUpStep(AuditAction recorded) {
        this.recorded = recorded;
    }

    AuditAction recorded() {
        return recorded;
    }
}
