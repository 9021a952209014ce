package org.safespaces.access;

/**
 * Marks a type that holds clear text. Such a type overrides {@code toString} so that it prints none of it, and is never
 * kept in a session, a view or a log.
 */
public interface Confidential {
    @Override
    String toString();
}
