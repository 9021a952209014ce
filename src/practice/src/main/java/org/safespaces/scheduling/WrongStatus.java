package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** That cannot be done to an appointment that stands where this one does. Nothing has changed. */
@ApplicationException(rollback = true)
public class WrongStatus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AppointmentStatus status;

    WrongStatus(AppointmentStatus status) {
        super("it is " + status);
        this.status = status;
    }

    /** Where it stands. */
    public AppointmentStatus status() {
        return status;
    }
}
