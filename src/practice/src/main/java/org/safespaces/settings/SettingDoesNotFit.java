package org.safespaces.settings;

import jakarta.ejb.ApplicationException;

/** A value that a setting cannot have. Nothing has changed. */
@ApplicationException(rollback = true)
public class SettingDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        NUMBER,
        AGE,
        DAYS,
        TIME,
        ZONE,
        DATES,
        ADDRESS,
        /** The day's work would end less than an hour after it begins. */
        SHORT_DAY,
        /** A task would go on once more before it has gone on at all. */
        ESCALATION_ORDER,
        /** The first reminder would not come before the second. */
        REMINDER_ORDER
    }

    private final Reason reason;

    SettingDoesNotFit(Reason reason) {
        super("setting does not fit: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
