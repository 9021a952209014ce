package org.safespaces.web.therapist;

/**
 * A task in a list.
 *
 * @param subject where what it is about is read
 * @param said how it stands, in sentences
 * @param turn the state it is in if the next step is hers; empty if it is a colleague's
 */
public record FollowUpLine(String id, String subject, String designation, String initials, String said, String turn) {}
