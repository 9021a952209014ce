package org.safespaces.keys;

import java.time.LocalDate;

/**
 * What may be known of a client's code by whoever must not know the code.
 *
 * @param expiresOn its last day, unless it is used before
 */
public record CodeStanding(CodeGiver givenBy, LocalDate givenOn, LocalDate expiresOn) {}
