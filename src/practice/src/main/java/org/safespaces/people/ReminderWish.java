package org.safespaces.people;

/**
 * Which reminders a client wants.
 *
 * @param first the one about a day before
 * @param second the one about two hours before
 * @param timeSaid it may say the weekday and the time; otherwise it says that a message is waiting
 */
public record ReminderWish(boolean first, boolean second, boolean timeSaid) {}
