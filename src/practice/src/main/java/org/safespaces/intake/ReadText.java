package org.safespaces.intake;

/**
 * A text that somebody has read or agreed to, by what it was: kept with the answers, so that it can always be said which
 * words she saw.
 *
 * @param id of the question or content
 * @param version as reviewed
 * @param hash SHA-256 of the words, in hex
 */
public record ReadText(String id, String version, String hash) {}
