/**
 * Same-day tasks: something asks to be read today, somebody answers for it, and a clock runs. Enquiries open them now; whoever
 * keeps something else can, by being a {@link org.safespaces.followup.Keeper} of it. A task has no grade, no colour and no reason:
 * tasks stand in the order they came.
 *
 * <p>In clear: owner, state, times. What was done, and why, is sealed by the keeper, beside what the task is about. Recorded:
 * every step, in the log and in the task's own history.
 */
package org.safespaces.followup;
