package org.safespaces.access;

/**
 * How many records stand where, for whoever runs the practice: counts only.
 *
 * @param due somebody has to look at them
 * @param snoozed kept longer for a reason
 * @param held kept by a hold
 * @param leaving to be erased once thirty days are over
 */
public record RetentionTally(long due, long snoozed, long held, long leaving) {}
