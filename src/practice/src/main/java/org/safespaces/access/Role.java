package org.safespaces.access;

/** The three roles, named once. What each may do stands on the services; which clients are whose is a relationship. */
public final class Role {
    /** Someone who is helped. */
    public static final String CLIENT = "client";

    /** Someone who helps; sees only the own caseload. */
    public static final String THERAPIST = "therapist";

    /** Runs the practice; has no path to a note or an intake. */
    public static final String ADMIN = "admin";

    private Role() {}
}
