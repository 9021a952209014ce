package org.safespaces.followup;

import java.time.Instant;

/**
 * A step of a task's history.
 *
 * @param by the name of whoever did it; empty for the server, and for somebody outside
 * @param owner the name of whoever owned the task after it
 */
public record FollowUpEvent(FollowUpStep step, String by, String owner, Instant at) {}
