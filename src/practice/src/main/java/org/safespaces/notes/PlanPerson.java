package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * Somebody whom a client can tell, as her plan names her.
 *
 * @param name or nickname
 * @param way by which it is safe to reach that person
 * @param knows what that person knows
 */
public record PlanPerson(String name, String way, Knows knows) implements Confidential {
    /** Does that person know why? */
    public enum Knows {
        NOT_SAID,
        YES,
        NO
    }

    @Override
    public String toString() {
        return "PlanPerson[redacted]";
    }
}
