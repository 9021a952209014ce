package org.safespaces.mail;

/**
 * How the outbox stands; counts only.
 *
 * @param waiting letters that wait for their moment
 * @param late of these, those whose moment was more than ten minutes ago
 * @param failed letters of the last week that were tried as often as they are tried, and not delivered
 */
public record OutboxTally(int waiting, int late, int failed) {}
